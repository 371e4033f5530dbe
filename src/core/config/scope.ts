/** Decides from paths alone which files are design docs or templates. Paths use `/`. */

import { matchesGlob } from '../text/glob';
import vocabulary from '../vocabulary/vocabulary.json';

const FOLDERS = new Set(vocabulary.folders);
const NEVER = new Set(vocabulary.neverFiles.map((name) => name.toLowerCase()));
const MARKDOWN = /\.(?:md|markdown)$/i;

/** The most bytes or characters that are read: a longer file is no design doc. */
export const maxTextLength = 2 * 1024 * 1024;

/** A project's additions to the usual folders and templates: globs and paths relative to its root. */
export interface ScopeConfig {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly templates: readonly string[];
}

const USUAL: ScopeConfig = { include: [], exclude: [], templates: [] };

/** True for a Markdown file that may be a document: not a README, agent instructions or a template. */
export function isCandidate(path: string, config: ScopeConfig = USUAL): boolean {
  const name = baseName(path);
  const excluded = config.exclude.some((glob) => matchesGlob(path, glob)) || config.templates.includes(path);
  return MARKDOWN.test(name) && !isNever(name) && !isTemplateName(name) && !excluded;
}

/** True for a candidate that is in a design-docs folder or that the project includes. */
export function isDesignDoc(path: string, config: ScopeConfig = USUAL): boolean {
  const included = config.include.some((glob) => matchesGlob(path, glob));
  return isCandidate(path, config) && (included || isInDesignFolder(path));
}

/** True for a configured template, or a file named as one in a design-docs or `templates` folder or at the root. */
export function isTemplate(path: string, config: ScopeConfig = USUAL): boolean {
  if (config.templates.includes(path)) return true;
  if (!MARKDOWN.test(path) || !isTemplateName(baseName(path)) || isNever(baseName(path))) return false;
  const folders = folderNames(path);
  return folders.length === 0 || isInDesignFolder(path) || /^templates?$/i.test(folders.at(-1) ?? '');
}

/** True for a folder whose name is usual for design docs. */
export function isDesignFolder(path: string): boolean {
  return FOLDERS.has(baseName(path).toLowerCase());
}

/** Folders to suggest for the first document, the most usual first. */
export const usualFolders: readonly string[] = [
  'docs/design_docs',
  'docs/design-docs',
  'design_docs',
  'docs/adr',
];

function isInDesignFolder(path: string): boolean {
  return folderNames(path).some((folder) => FOLDERS.has(folder.toLowerCase()));
}

function isNever(name: string): boolean {
  return NEVER.has(name.replace(MARKDOWN, '').toLowerCase());
}

/** A numbered file is a document about templates ("0012-email-templates.md"), unless its number is zero. */
function isTemplateName(name: string): boolean {
  return /template/i.test(name) && !/^0*[1-9]\d*[-_. ]/.test(name);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderNames(path: string): string[] {
  return path
    .split('/')
    .slice(0, -1)
    .filter((folder) => folder !== '' && folder !== '.');
}
