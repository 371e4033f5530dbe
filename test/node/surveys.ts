/** Surveys with and without a memory, side by side. */

import assert from 'node:assert/strict';
import type { Surveyed } from '../../src/node/survey';
import { survey } from '../../src/node/survey';
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

/** Everything that a survey says: the documents, and what is noted beside them. */
export async function said(
  cwd: string,
  build: string | undefined,
  { paths = [], author, later = 0 }: Wish,
): Promise<unknown> {
  const { now } = Date;
  const notes: string[] = [];
  const found: Surveyed[] = [];
  const request = { cwd, note: (line: string) => notes.push(line), author, build };
  Date.now = () => now() + later;
  try {
    for await (const one of survey(request, paths)) found.push(one);
  } finally {
    Date.now = now;
  }
  return { found, notes };
}

/** Surveys a folder, and proves that what is remembered is what is found. */
export async function surveyTwice(cwd: string, why: string, wish: Wish = {}): Promise<void> {
  const own = { author: 'Ada', ...wish };
  const remembered = await said(cwd, own.build ?? 'a', own);
  assert.deepEqual(remembered, await said(cwd, undefined, own), why);
}
