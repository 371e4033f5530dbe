import assert from 'node:assert/strict';
import { addComment } from '../../../src/core/comments/change';
import { readComments } from '../../../src/core/comments/read';
import { parseDocument } from '../../../src/core/document/document';
import { isRefused } from '../../../src/core/plan/change';
import { applyEdits } from '../../../src/core/text/text';

const TEN = 'Readings are sent every ten seconds over the harbour network.';
const TWO = 'Readings are sent every two seconds over the harbour network.';
const PIER = 'The pier has power, and a roof for the rack.';
const COST = 'Nothing here costs more than the cable does.';

/** The blocks with a comment on the one with a star in front; `COMMENT` in other texts stands for it. */
function commented(...blocks: string[]): { text: string; comment: string } {
  const line = 2 * blocks.findIndex((block) => block.startsWith('*'));
  const text = `${blocks.join('\n\n').replace(/^\*/m, '')}\n`;
  const change = addComment(parseDocument(text), line, { text: 'Why?' });
  assert.ok(!isRefused(change));
  const after = applyEdits(text, change.edits);
  return { text: after, comment: /<!--[\s\S]*?-->/.exec(after)?.[0] ?? '' };
}

/** The verdict and the text it is on, after the blocks were replaced by others. */
function verdict(before: readonly string[], ...after: readonly string[]): string {
  const { comment } = commented(...before);
  const text = after.map((block) => (block === 'COMMENT' ? comment : block)).join('\n\n');
  const [read] = readComments(parseDocument(text));
  assert.ok(read);
  return `${read.anchor.state} ${read.anchor.text}`.trim();
}

describe('the anchor of a comment', () => {
  const doc = ['# Gauges', PIER, `*${TEN}`, COST];

  it('is unchanged whatever happens around it', () => {
    assert.equal(verdict(doc, '# Gauges', TEN, 'COMMENT', COST), `unchanged ${TEN}`);
    assert.equal(verdict(doc, COST, TEN.replace(' every ', '\nevery  '), 'COMMENT'), `unchanged ${TEN}`);
    assert.equal(verdict(['# T', '*- [ ] Lay it'], '# T', '- [x] Lay it\n', 'COMMENT'), 'unchanged Lay it');
  });

  it('is changed if the block was rewritten, also with other text between it and the comment', () => {
    assert.equal(verdict(doc, '# Gauges', PIER, TWO, 'COMMENT', COST), `changed ${TWO}`);
    assert.equal(verdict(doc, '# Gauges', 'Other.', TWO, 'COMMENT', COST), `changed ${TWO}`);
    assert.equal(verdict(doc, '# Gauges', PIER, TWO, 'New text.', 'COMMENT', COST), `changed ${TWO}`);
  });

  it('is gone if the block was deleted or wholly rewritten', () => {
    assert.equal(verdict(doc, '# Gauges', PIER, 'COMMENT', COST), 'gone');
    assert.equal(verdict(doc, '# Gauges', PIER, 'Floats carry no power at all.', 'COMMENT', COST), 'gone');
    assert.equal(verdict([`*${TEN}`, COST], 'COMMENT', COST), 'gone');
  });

  it('does not take a block like it that stood before it for the block', () => {
    assert.equal(verdict([TWO, `*${TEN}`, COST], TWO, 'COMMENT', COST), 'gone');
    assert.equal(verdict(['# T', TWO, PIER, `*${TEN}`], '# T', TWO, 'COMMENT'), 'gone');
  });

  it('is moved if the block is elsewhere, and its text no coincidence', () => {
    assert.equal(verdict(doc, TEN, '# Gauges', PIER, 'COMMENT', COST), `moved ${TEN}`);
    assert.equal(verdict(doc, '# Gauges', PIER, TEN, COST, 'COMMENT'), `moved ${TEN}`);
    assert.equal(verdict(['# T', '*N/A', COST], 'N/A', '# T', 'COMMENT', COST), 'unknown');
  });

  it('tells equal blocks from each other, or says that it cannot', () => {
    const twins = ['## Risks', 'N/A', '## Costs', '*N/A', '## End'];
    assert.equal(verdict(twins, ...twins.slice(0, 3), 'N/A', 'COMMENT', '## End'), 'unchanged N/A');
    assert.equal(verdict(twins, ...twins.slice(0, 3), 'COMMENT', '## End'), 'unknown');
    assert.equal(verdict(twins, '## Risks', 'Few.', '## Costs', 'COMMENT', '## End'), 'gone');
    assert.equal(verdict(twins, '## Risks', 'N/A', 'COMMENT', '## End'), 'unknown');
    const pairs = ['# T', '## Risks', 'N/A', '## Risks', '*N/A', '## End'];
    assert.equal(verdict(pairs, '# T', '## Risks', 'N/A', '## Risks', 'COMMENT', '## End'), 'unknown');
    assert.equal(verdict(pairs, '# T', '## Risks', 'N/A', 'COMMENT', '## End'), 'unknown');
    assert.equal(verdict(['# T', 'N/A', 'N/A', '*N/A'], '# T', 'N/A', 'N/A', 'COMMENT'), 'unknown');
    assert.equal(verdict(['# T', TEN, PIER, `*${TEN}`], '# T', TEN, 'COMMENT'), 'unknown');
  });
});
