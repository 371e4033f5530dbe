/** Finds placeholders of a template that are left over in a document. */

import type { Document } from '../document/document';
import { PARSE } from '../document/document';
import type { Leaf } from '../document/leafText';
import { leafRange, leavesOf } from '../document/leafText';
import type { Part } from '../document/parts';
import { prefiltered } from '../document/prefilter';
import { isSyntaxIn } from '../document/tokenContext';
import { findTokens, fold, isLeftover } from '../markdown/tokens';
import { collect, NONE } from '../query/collect';
import type { Template } from '../template/template';
import type { Range } from '../text/text';
import { moveRange } from '../text/text';

/** Words that are placeholders if they are the whole text of an item, paragraph or cell. */
const TO_COME_WORD = /TBD|TODO|tbd/;
const TO_COME =
  /(^|[|])([ \t]*(?:[-*+]|\d+[.)])?[ \t]*(?:\[[ xX]\][ \t]+)?[*_]*)(TBD|TODO|tbd)([.…*_]*[ \t]*)(?=$|[|])/gm;

/** The leftover placeholders of a document, in order, grouped by line. */
export function findLeftovers(document: Document, template: Template): Leftover[] {
  const found: { readonly range: Range; readonly texts: string[]; isOpenValue: boolean }[] = [];
  for (const { range, text, isCell } of collect(document[PARSE], leftoversIn, template, moveLeftover)) {
    if (isSyntaxIn(document, text)) continue;
    const isOpenValue = isCell && TO_COME_WORD.test(text);
    const last = found.at(-1);
    if (last?.range.start.line === range.start.line) {
      last.texts.push(text);
      last.isOpenValue &&= isOpenValue;
    } else found.push({ range, texts: [text], isOpenValue });
  }
  return found;
}

/** The leftover placeholders on one line, and the range of the first one. */
export interface Leftover {
  readonly range: Range;
  readonly texts: readonly string[];
  /** They are words such as TBD in a row of a table: values that the author does not know yet. */
  readonly isOpenValue: boolean;
}

/** A placeholder that may be left over; a reference or a tag may be defined or closed elsewhere in the document. */
interface Candidate {
  readonly range: Range;
  /** The text with white space folded. */
  readonly text: string;
  readonly isCell: boolean;
}

const leftoversIn = prefiltered((part: Part, template: Template): readonly Candidate[] => {
  const all: Candidate[] = [];
  for (const leaf of leavesOf(part)) {
    for (const { start, end } of placeholders(leaf, template)) {
      all.push({
        range: leafRange(leaf, start, end),
        text: fold(leaf.text.slice(start, end)),
        isCell: leaf.kind === 'table',
      });
    }
  }
  return all.length === 0 ? NONE : all;
});

function moveLeftover(candidate: Candidate, by: number): Candidate {
  return { ...candidate, range: moveRange(candidate.range, by) };
}

function placeholders(leaf: Leaf, template: Template): { start: number; end: number }[] {
  if (leaf.code && !mayHold(leaf, template.tokens.code)) return [];
  const tokens = findTokens(leaf.text, leaf.spans).filter((token) =>
    isLeftover(leaf.code ? { ...token, code: true } : token, template.tokens),
  );
  if ((leaf.kind === 'paragraph' || leaf.kind === 'table') && TO_COME_WORD.test(leaf.text)) {
    for (const match of leaf.text.matchAll(TO_COME)) {
      const start = match.index + (match[1]?.length ?? 0) + (match[2]?.length ?? 0);
      const alone = leaf.kind === 'table' || match[0].trim() === leaf.text.trim();
      if (alone)
        tokens.push({ text: match[3] ?? '', start, end: start + (match[3]?.length ?? 0), code: false });
    }
  }
  return tokens;
}

/** A prefilter: true if a leaf contains the first word of a token. Any white space may separate the other words. */
function mayHold(leaf: Leaf, tokens: ReadonlySet<string>): boolean {
  return tokens.size > 0 && [...tokens].some((token) => leaf.text.includes(token.split(' ', 1)[0] ?? ''));
}
