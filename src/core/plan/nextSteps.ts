/** Updates the list of next steps, which a template may have beside the plan, when a milestone is started. */

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
 * Edits that remove stubs and items that name done milestones, and put the started milestone at the top unless an item
 * names it or the list is full. All other items stay.
 */
export function nextStepsEdits(planned: Planned, started: Milestone): TextEdit[] {
  const { plan, bound } = planned;
  const binding = bound?.outline.bindings.find(({ spec }) => spec.next);
  const list = binding?.sections[0]?.blocks.find(({ kind }) => kind === 'list');
  if (!binding || !list) return [];
  const past = plan.milestones.filter(({ state }) => state === 'done');
  const isPast = (item: Block): boolean =>
    isStub(item, planned) || past.some((milestone) => names(item, milestone));
  const gone = list.children.filter(isPast);
  const kept = list.children.length - gone.length;
  const named = list.children.some((item) => !isPast(item) && names(item, started));
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
  // A list whose marker is not readable stays unchanged.
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

/** True for an item that is still the template's text, or contains one of its placeholders. */
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

/** True if an item contains the label of a milestone ("Milestone 2") or all the words of its title. */
function names(item: Block, { title }: Milestone): boolean {
  const words = ` ${nameWords(itemText(item)).join(' ')} `;
  const label = readLabel(title);
  const labelWords = label && ` ${label.word} ${label.number} `;
  const titleWords = nameWords(label ? title.slice(label.end) : title).join(' ');
  return (
    (labelWords !== undefined && words.includes(labelWords)) ||
    (titleWords !== '' && words.includes(` ${titleWords} `))
  );
}
