/**
 * After any edits, a document, its plan and its findings equal those of a full parse of the new text, also the findings
 * of random rules that read anything of the document. `EDITS=200000` makes many more edits than a usual run; `SEED=7`
 * makes other ones.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Analysis, Environment } from '../../src/core/analysis/analyze';
import { analyzeDocument } from '../../src/core/analysis/analyze';
import type { Document } from '../../src/core/document/document';
import { parseDocument } from '../../src/core/document/document';
import { readLinkedFile } from '../../src/core/document/links/anchors';
import { updateDocument } from '../../src/core/incremental/update';
import type { Block } from '../../src/core/markdown/blocks';
import { rules as ownRules } from '../../src/core/rules/index';
import type { Rule } from '../../src/core/rules/rule';
import { say } from '../../src/core/text/message';
import type { TextEdit } from '../../src/core/text/text';
import { applyEdits, lineStart } from '../../src/core/text/text';
import { root } from '../fixture';
import { ALL_STAGES, carelessRules } from './carelessRules';
import type { Random } from './edits';
import { ANY, denseText, randomEdits, randomFrom, TYPING, undoOf } from './edits';
import { noise, saved } from './generators';
import { templates } from './templates';

const EDITS = Number(process.env.EDITS ?? 4000);
const SEED = Number(process.env.SEED ?? 1);
const AT_A_TIME = 40;
/** The number of careless rules that run with the project's own rules. */
const CARELESS = 6;
const OTHER = readLinkedFile('# Other\n\n## Summary\n');
const environment: Environment = {
  templates,
  today: '2026-11-22',
  author: 'Ada',
  files: {
    exists: (path) => !path.includes('gone'),
    beside: () => ['done.md', 'gone2.md'],
    anchors: () => OTHER,
    metadata: () => undefined,
    isSelf: (path) => path.includes('self'),
  },
};

const checked: Environment = { ...environment, template: templates[0] };

const FIELDS = [
  ...(['text', 'lines', 'frontMatter', 'instructions'] as const),
  ...(['title', 'header', 'fields', 'sections', 'labels'] as const),
];
const BLOCKS = ['preamble', 'blocks', 'allBlocks'] as const;

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

/** Asserts that both analyses are equal in all properties that the user interfaces read. */
function assertSameAnalysis(updated: Analysis, fresh: Analysis, describeEdits: () => string): void {
  assertSame(updated.document, fresh.document, FIELDS, describeEdits);
  // Blocks with a line offset have another class than parsed ones.
  for (const field of BLOCKS) {
    const plain = ({ document }: Analysis) => ({ [field]: document[field].map(plainBlock) });
    assertSame(plain(updated), plain(fresh), [field], describeEdits);
  }
  const sections = ({ document }: Analysis) => ({
    sections: document.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(plainBlock) })),
  });
  assertSame(sections(updated), sections(fresh), ['sections'], describeEdits);
  assertSame(
    { bound: updated.bound?.template, stage: updated.bound?.stage },
    { bound: fresh.bound?.template, stage: fresh.bound?.stage },
    ['bound', 'stage'],
    describeEdits,
  );
  assertSame(updated, fresh, ['plan', 'next', 'findings'], describeEdits);
  const { outline } = updated.bound ?? {};
  assertSame(
    { bindings: outline?.bindings },
    { bindings: fresh.bound?.outline.bindings },
    ['bindings'],
    describeEdits,
  );
}

function plainBlock(block: Block): Block {
  const { kind, start, end, content, level, ordered, language, box, children } = block;
  return { kind, start, end, content, level, ordered, language, box, children: children.map(plainBlock) };
}

function assertSame<T>(
  updated: T,
  fresh: T,
  fields: readonly (keyof T)[],
  describeEdits: () => string,
): void {
  for (const field of fields) {
    try {
      assert.deepEqual(updated[field], fresh[field]);
    } catch (error) {
      assert.fail(
        `${String(field)} differs: ${describeEdits()}\n${error instanceof Error ? error.message.slice(0, 1500) : ''}`,
      );
    }
  }
}

/** Applies a series of random edits to a text, including undo, and compares the analysis after each. */
function editOn(
  start: string,
  random: Random,
  kinds = ANY,
  around = environment,
  more = carelessRules(random, CARELESS),
): void {
  const rules = [...ownRules, ...more];
  const analyzed = (document: Document): Analysis => analyzeDocument(document, around, rules);
  let text = start;
  let analysis = analyzed(parseDocument(text));
  let undo: TextEdit | undefined;
  for (let made = 0; made < AT_A_TIME; made++) {
    const before = text;
    const edits = undo && random(3) === 0 ? [undo] : randomEdits(random, text, { kinds, others: texts });
    undo = edits.length === 1 && edits[0] ? undoOf(text, edits[0]) : undefined;
    for (const edit of edits) text = applyEdits(text, [edit]);
    const after = analyzed(updateDocument(analysis.document, edits));
    assertSameAnalysis(after, analyzed(parseDocument(text)), () => JSON.stringify({ before, edits }));
    analysis = after;
  }
}

const plain = saved.map(({ text }) => text);

/** As many random texts as needed for a number of edits. */
function made(texts: fc.Arbitrary<string>, edits: number): string[] {
  return fc.sample(texts, { numRuns: Math.ceil(edits / AT_A_TIME), seed: SEED });
}

describe('a document that is edited', function () {
  this.timeout(Math.max(60_000, EDITS * 20));

  it('detects a rule with state outside of the document', () => {
    let checks = 0;
    const stateful: Rule = {
      id: 'stateful',
      summary: say``,
      help: '',
      severity: 'warning',
      stages: ALL_STAGES,
      *check() {
        yield { range: lineStart(0), message: say`Check number ${++checks}.` };
      },
    };
    assert.throws(() => editOn('# Tea\n', randomFrom(SEED), TYPING, checked, [stateful]), /findings differs/);
  });

  it('equals its parsed text, for random texts', () => {
    const random = randomFrom(SEED);
    for (const text of made(fc.oneof(plain, noise), EDITS / 6)) editOn(text, random);
  });

  it('equals its parsed text, for typing into random texts', () => {
    const random = randomFrom(SEED + 1);
    for (const text of made(plain, EDITS / 6)) editOn(text, random, TYPING);
  });

  it('equals its parsed text, for lines that change how other lines are parsed', () => {
    const random = randomFrom(SEED + 2);
    for (let count = 0; count < (EDITS * 2) / 3; count += AT_A_TIME) {
      // Half of the texts get a template: such a text fits none, and would have no findings.
      editOn(denseText(random), random, ANY, random(2) === 0 ? environment : checked);
    }
  });

  it('equals its parsed text, for real documents', () => {
    const random = randomFrom(SEED + 3);
    for (let count = 0; count < EDITS / 20; count += AT_A_TIME) {
      editOn(texts[random(texts.length)] ?? '', random, random(2) === 0 ? ANY : TYPING);
    }
  });
});
