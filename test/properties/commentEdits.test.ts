/** After any edits around them, every comment is there, and none is said to be about a block that it is not about. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addComment, resolveComment } from '../../src/core/comments/change';
import { readComments } from '../../src/core/comments/read';
import { parseDocument } from '../../src/core/document/document';
import { isRefused } from '../../src/core/plan/change';
import { applyEdits } from '../../src/core/text/text';
import type { Below, ModelEntry } from './commentModel';
import { CommentModel } from './commentModel';

/** Each makes four edits. */
const RUNS = Number(process.env.RUNS ?? 2500);
const EDITS = 4;

const TOPICS = [
  'gauge',
  'cable',
  'harbour',
  'radio',
  'float',
  'mast',
  'logger',
  'tide',
  'valve',
  'pump',
  'depth',
  'relay',
  'buoy',
  'sluice',
  'beacon',
  'quay',
  'hull',
  'anchor',
  'chart',
  'lamp',
]; // prettier-ignore
const KINDS: readonly ModelEntry['kind'][] = ['text', 'text', 'item', 'item', 'heading', 'code'];

/** Short texts that occur again and again, sentences that are alike, and sentences of their own. */
function textOf(below: Below): string {
  const word = (): string => TOPICS[below(TOPICS.length)] ?? '';
  switch (below(4)) {
    case 0:
      return ['N/A', 'None.', 'To be decided'][below(3)] ?? '';
    case 1:
      return `The ${word()} reports its state to the logger every ten minutes.`;
    default:
      return Array.from({ length: 6 + below(6) }, word).join(' ');
  }
}

/** A text that no commented block had: another block with it cannot be told from that one. */
function newText(model: CommentModel, below: Below): string {
  const text = textOf(below);
  return [...model.fates.values()].some(({ said }) => said === text)
    ? `Quite other words ${below(1000)}.`
    : text;
}

/** The text with a word or two exchanged. */
function reworded(text: string, below: Below): string {
  const words = text.split(' ');
  words[below(words.length)] = 'certainly';
  return words.join(' ');
}

function edit(model: CommentModel, below: Below): string {
  const { blocks, entries } = model;
  const block = blocks[below(blocks.length)];
  const anywhere = below(entries.length + 1);
  const choice = below(10);
  if (!block || choice === 0) {
    model.insert(anywhere, KINDS[below(KINDS.length)] ?? 'text', newText(model, below));
    return 'insert';
  }
  switch (choice) {
    case 1:
    case 2:
      model.remove(block);
      return `delete ${block.text}`;
    case 3:
      model.rewrite(block, reworded(block.text, below), block.text.split(' ').length < 6);
      return `reword to ${block.text}`;
    case 4:
      model.rewrite(block, newText(model, below), true);
      return `rewrite as ${block.text}`;
    case 5:
    case 6:
      model.move(block, below, choice === 5);
      return `move ${block.text}`;
    case 7:
      model.duplicate(block, anywhere);
      return `duplicate ${block.text}`;
    case 8:
      model.tick(block);
      return `tick ${block.text}`;
    default:
      return resolveOne(model, below);
  }
}

/** Resolves a comment with our own edit. */
function resolveOne(model: CommentModel, below: Below): string {
  const { text } = model.render();
  const document = parseDocument(text);
  const comments = readComments(document);
  const comment = comments[below(comments.length)];
  if (comment?.state !== 'open') return 'nothing';
  const change = resolveComment(document, comment.id, { author: 'bot', text: 'Done.' });
  if (isRefused(change)) assert.fail(`${change.refused}\n${text}`);
  const entry = model.entries.find(({ text: source }) => source.includes(`id: ${comment.id}`));
  const source = sourceOf(applyEdits(text, change.edits), comment.id);
  if (entry) entry.text = source;
  return `resolve ${comment.id}`;
}

/** The source of a comment without indentation. */
function sourceOf(text: string, id: string): string {
  const comment = readComments(parseDocument(text)).find((one) => one.id === id);
  assert.ok(comment, text);
  const { start, end } = comment.range;
  const lines = text.split('\n').slice(start.line, end.line + 1);
  return lines.map((line) => line.slice(start.character)).join('\n');
}

function addAll(model: CommentModel, targets: readonly number[]): void {
  for (const at of targets) {
    const block = model.blocks[at % model.blocks.length];
    if (!block) continue;
    const { text, lineOf } = model.render();
    const change = addComment(parseDocument(text), lineOf.get(block.id) ?? -1, {
      author: 'Ida',
      text: `Why ${at}?`,
    });
    if (isRefused(change)) assert.fail(`${change.refused}\n${text}`);
    model.addComment(block.id, change.id, sourceOf(applyEdits(text, change.edits), change.id), block.text);
    assert.equal(model.render().text, applyEdits(text, change.edits));
  }
}

describe('edits around comments', () => {
  it('lose none, and none is said to be about another block', () => {
    const counts = new Map<string, number>();
    let known = 0;
    let answers = 0;
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffff), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 3, max: 12 }),
        fc.array(fc.nat(11), { minLength: 1, maxLength: 4 }),
        fc.array(fc.array(fc.nat(0xffff), { minLength: 20, maxLength: 20 }), {
          minLength: EDITS,
          maxLength: EDITS,
        }),
        (seeds, size, targets, edits) => {
          const random = belowOf(seeds);
          const blocks = Array.from({ length: size }, () => ({
            kind: KINDS[random(KINDS.length)] ?? 'text',
            text: textOf(random),
          }));
          const model = new CommentModel(blocks);
          addAll(model, targets);
          const done: string[] = [];
          for (const choices of edits) {
            done.push(edit(model, belowOf(choices)));
            const read = readComments(parseDocument(model.render().text));
            assert.deepEqual(
              read.map(({ id }) => id).sort(),
              [...model.fates.keys()].sort(),
              done.join('\n'),
            );
            for (const { id, anchor } of read) {
              answers++;
              counts.set(anchor.state, (counts.get(anchor.state) ?? 0) + 1);
              if (model.check(id, anchor.state, anchor.range?.start.line, done.join('\n'))) known++;
            }
          }
        },
      ),
      { numRuns: RUNS },
    );
    assert.ok(known > 0.8 * answers, `${known} of ${answers} answers are known`);
    assert.ok(
      ['unchanged', 'changed', 'moved', 'gone'].every((state) => (counts.get(state) ?? 0) > answers / 200),
    );
  });
});

/** Random numbers from a list of them, over and over. */
function belowOf(numbers: readonly number[]): Below {
  let at = 0;
  return (limit) => {
    const number = (numbers[at % numbers.length] ?? 0) + Math.floor(at / numbers.length);
    at++;
    return number % Math.max(1, limit);
  };
}
