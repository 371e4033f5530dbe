/** Checks with and without a cache, side by side. */

import assert from 'node:assert/strict';
import type { CheckedFile } from '../../src/node/check/checkFiles';
import { checkFiles } from '../../src/node/check/checkFiles';
import { folderWith } from '../cli/program';
import { CLEAN, FLAWED, TEMPLATE } from '../cli/texts';

/** A folder whose documents ask for an author, for files that are there and for others. */
export function someFolder(): string {
  return folderWith({
    '.design-docs.json': '{}',
    'rfcs/template.md': TEMPLATE,
    'rfcs/1.md': CLEAN,
    'rfcs/2.md': `${FLAWED}\n[one](1.md) [gone](../notes/gone.md)\n`,
    'notes/a.md': '# Notes\n',
    'notes/b.md': CLEAN,
  });
}

interface Wish {
  readonly build?: string;
  readonly paths?: readonly string[];
  readonly author?: string;
  /** So many milliseconds pass before. */
  readonly later?: number;
}

/** Everything that a check gives: the documents, and the notes beside them. */
export async function said(
  cwd: string,
  build: string | undefined,
  { paths = [], author, later = 0 }: Wish,
): Promise<unknown> {
  const { now } = Date;
  const notes: string[] = [];
  const found: CheckedFile[] = [];
  const request = { cwd, note: (line: string) => notes.push(line), author, build };
  Date.now = () => now() + later;
  try {
    for await (const one of checkFiles(request, paths)) found.push(one);
  } finally {
    Date.now = now;
  }
  return { found, notes };
}

/** Checks a folder, and proves that the findings with the cache are those without. */
export async function checkTwice(cwd: string, why: string, wish: Wish = {}): Promise<void> {
  const own = { author: 'Ada', ...wish };
  const cached = await said(cwd, own.build ?? 'a', own);
  assert.deepEqual(cached, await said(cwd, undefined, own), why);
}
