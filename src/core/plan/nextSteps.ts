/** The list of next steps that a template asks for beside the plan, moved along when a milestone is started. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { removeLines } from '../edits/lines';
import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { findTokens, fold, isLeftover } from '../markdown/tokens';
import { nameWords } from '../text/names';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import type { Planned } from './change';
import { readMarker } from './items';
import { readLabel } from './labels';
import type { Milestone } from './plan';
import { itemText } from './shape';

/**
 * Edits that take out of the list what speaks of milestones that are done, and put the started one at its top unless
 * an item speaks of it already. What a person wrote about anything else stays; where the list is full, nothing is
 * added.
 */
export function nextStepsEdits(planned: Planned, started: Milestone): TextEdit[] {
  const { plan, bound } = planned;
  const binding = bound?.outline.bindings.find(({ spec }) => spec.next);
  const list = binding?.sections[0]?.blocks.find(({ kind }) => kind === 'list');
  if (!binding || !list) return [];
  const past = plan.milestones.filter(({ state }) => state === 'done');
  const isPast = (item: Block): boolean =>
    isStub(item, planned) || past.some((milestone) => speaksOf(item, milestone));
  const gone = list.children.filter(isPast);
  const kept = list.children.length - gone.length;
  const named = list.children.some((item) => !isPast(item) && speaksOf(item, started));
  const wanted = !named && kept < (binding.spec.limit?.max ?? 0);
  return listEdits(planned.document, list, gone, wanted ? started : undefined);
}

function listEdits(
  document: Document,
  list: Block,
  gone: readonly Block[],
  added: Milestone | undefined,
): TextEdit[] {
  const [first] = list.children;
  const marker = readMarker(document.lineAt(list.start)?.text ?? '');
  // A list that does not start its own line, as in a quote, is left alone.
  if (!first || !marker) return [];
  const line = added && `${marker.indent}${marker.marker}${marker.gap}${added.title}`;
  if (line !== undefined && gone.includes(first)) {
    const width = document.lineAt(first.end - 1)?.text.length ?? 0;
    const rest = gone.filter((item) => item !== first);
    return [
      { range: range(first.start, 0, first.end - 1, width), newText: line },
      ...rest.map((item) => removeLines(document, item.start, item.end)),
    ];
  }
  const removed = gone.map((item) => removeLines(document, item.start, item.end));
  if (line === undefined) return gone.length === list.children.length ? [] : removed;
  return [{ range: lineStart(list.start), newText: line + document.ending }, ...removed];
}

/** True for an item that is still the template's own text, or holds one of its placeholders. */
function isStub(item: Block, { bound }: Planned): boolean {
  if (!bound) return false;
  const text = fold(itemText(item));
  const { tokens, specs } = bound.template;
  return (
    findTokens(text).some((token) => isLeftover(token, tokens)) ||
    specs.some(({ next, body }) => next && itemsOf(body).includes(text))
  );
}

function itemsOf(body: readonly string[]): string[] {
  const items = [...walkBlocks(parseDocument(body.join('\n')).blocks)].filter(({ kind }) => kind === 'item');
  return items.map((item) => fold(itemText(item)));
}

/** True if an item names a milestone: by its label ("Milestone 2"), or by all the words of its title. */
function speaksOf(item: Block, { title }: Milestone): boolean {
  const words = ` ${nameWords(itemText(item)).join(' ')} `;
  const label = readLabel(title);
  const named = label && ` ${label.word} ${label.number} `;
  const own = nameWords(label ? title.slice(label.end) : title).join(' ');
  return (named !== undefined && words.includes(named)) || (own !== '' && words.includes(` ${own} `));
}
