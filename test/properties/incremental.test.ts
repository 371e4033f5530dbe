/**
 * A document, its plan and its findings after any edits are what they are when the new text is read anew. Many more
 * edits than in a usual run are made with `EDITS=200000`, others with `SEED=7`.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Document } from '../../src/core/document';
import { parseDocument } from '../../src/core/document';
import { updateDocument } from '../../src/core/incremental';
import type { TextEdit } from '../../src/core/text';
import { applyEdits } from '../../src/core/text';
import { root } from '../fixture';
import type { Random } from './edits';
import { denseText, randomEdits, randomFrom, undoOf } from './edits';
import { noise, saved } from './generators';

const EDITS = Number(process.env.EDITS ?? 4000);
const SEED = Number(process.env.SEED ?? 1);
const AT_A_TIME = 40;

const FIELDS = [
  ...(['text', 'lines', 'frontMatter', 'instructions', 'title', 'fields', 'preamble', 'sections'] as const),
  ...(['blocks', 'labels', 'allBlocks', 'leaves'] as const),
];

const folder = process.env.DESIGN_DOCS_CORPUS ?? path.join(root, '..', 'shared', 'corpus');
const folders = [path.join(root, 'docs'), path.join(root, 'test', 'workspace'), folder];
const texts = folders
  .filter((name) => existsSync(name))
  .flatMap((name) =>
    readdirSync(name, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => readFileSync(path.join(name, file), 'utf8')),
  );

/** Documents that are equal, field by field; where they differ, the edits that lead there. */
function assertSame(updated: Document, fresh: Document, told: () => string): void {
  for (const field of FIELDS) {
    try {
      assert.deepEqual(updated[field], fresh[field]);
    } catch (error) {
      assert.fail(
        `${field} differs: ${told()}\n${error instanceof Error ? error.message.slice(0, 1500) : ''}`,
      );
    }
  }
}

/** Edits a text again and again, and now and then takes an edit back. */
function editOn(start: string, random: Random, count: number): void {
  let text = start;
  let document = parseDocument(text);
  let undo: TextEdit | undefined;
  for (let made = 0; made < count; made++) {
    const before = text;
    const edits = undo && random(3) === 0 ? [undo] : randomEdits(random, text, texts);
    undo = edits.length === 1 && edits[0] ? undoOf(text, edits[0]) : undefined;
    for (const edit of edits) text = applyEdits(text, [edit]);
    const after = updateDocument(document, edits);
    assertSame(after, parseDocument(text), () => JSON.stringify({ before, edits }));
    document = after;
  }
}

describe('a document that is edited', function () {
  this.timeout(Math.max(60_000, EDITS * 20));

  it('is what its text is when it is made up at random', () => {
    const random = randomFrom(SEED);
    const made = fc.sample(
      fc.oneof(
        saved.map(({ text }) => text),
        noise,
      ),
      {
        numRuns: Math.ceil(EDITS / 4 / AT_A_TIME),
        seed: SEED,
      },
    );
    for (const text of made) editOn(text, random, AT_A_TIME);
  });

  it('is what its text is when every line changes how others are read', () => {
    const random = randomFrom(SEED + 2);
    for (let made = 0; made < EDITS / 2; made += AT_A_TIME) editOn(denseText(random), random, AT_A_TIME);
  });

  it('is what its text is when people have written it', () => {
    const random = randomFrom(SEED + 1);
    for (let made = 0; made < EDITS / 4; made += AT_A_TIME) {
      editOn(texts[random(texts.length)] ?? '', random, AT_A_TIME);
    }
  });
});
