/** The project's own source files, as tests of its construction read them. */

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readRepo, root } from './fixture';

/** Files below a folder of the repository, as paths with `/` from its root. */
export function filesBelow(folder: string, extension: string): string[] {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => name.endsWith(extension) && !name.includes('/node_modules/'));
}

/** The files of the product. */
export const sources = filesBelow('src', '.ts');
export const core = sources.filter((file) => file.startsWith('src/core/'));
const IMPORT = /^(?:import\b|export (?:type )?(?:\*|\{[^}]*\}))[^;'"]*['"]([^'"]+)['"]/gm;

/** What a file imports, data aside. */
export function importsOf(file: string): string[] {
  return [...readRepo(file).matchAll(IMPORT)]
    .map((match) => match[1] ?? '')
    .filter((name) => !name.endsWith('.json'));
}
