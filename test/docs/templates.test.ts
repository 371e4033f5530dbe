/** The families in docs/templates.md: each command prints what the page says. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../fixture';
import { assertTranscripts } from './transcripts';

const PAGE = readFileSync(path.join(root, 'docs', 'templates.md'), 'utf8');
/** Headings in a fence belong to an example. */
const FENCE_OR_HEADING = /^```[\s\S]*?^```$|^### /gm;
const FAMILIES = PAGE.slice(PAGE.indexOf('\n## Five families'))
  .replace(FENCE_OR_HEADING, (found) => (found === '### ' ? '\0' : found))
  .split('\0')
  .slice(1);

describe('docs/templates.md', () => {
  it('has five families', () => assert.equal(FAMILIES.length, 5));

  for (const family of FAMILIES) {
    const [name = ''] = family.split('\n', 1);
    it(`shows what the commands print for ${name}`, () => assertTranscripts(family));
  }
});
