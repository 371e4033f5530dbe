/**
 * Comments that suppress rules: `<!-- design-docs: disable rule-id -->` above a line, or at the top for the whole
 * document.
 */

import { collect, NONE } from '../query/collect';
import type { Line } from '../text/text';
import type { Document } from './document';
import { PARSE } from './document';
import type { Part } from './parts';
import { prefiltered } from './prefilter';
import { isReviewComment } from './reviewMarker';

/** True if the rule is suppressed on the given line. */
export type Muted = (rule: string, line: number) => boolean;

const DISABLE = /<!--[ \t]*design-docs:[ \t]*disable\b([^<>]*)-->/g;
const ALL = 'all';

/**
 * Reads the suppressing comments of a document. A comment before all blocks but front matter, HTML and the title
 * suppresses its rules everywhere; any other one suppresses them on the next line that is not blank.
 */
export function readSuppressions(document: Document): Muted {
  const everywhere = new Set<string>();
  const onLine = new Map<number, Set<string>>();
  const top = endOfTop(document);
  for (const { line, next, rules } of collect(document[PARSE], mutingIn, undefined, moveMuting)) {
    const target = line < top ? everywhere : lineSet(onLine, next);
    for (const rule of rules) target.add(rule);
  }
  return (rule, line) => {
    const own = onLine.get(line);
    return [everywhere, own].some((set) => set?.has(rule) || set?.has(ALL));
  };
}

/** A suppressing comment: its line, the next line with text, and the rules that it names. */
interface Muting {
  readonly line: number;
  readonly next: number;
  readonly rules: readonly string[];
}

const mutingIn = prefiltered(({ lines, origin, allBlocks }: Part): readonly Muting[] => {
  const muting: Muting[] = [];
  for (const block of allBlocks) {
    // The kind is tested first, because the content of code may be very long.
    if (block.kind !== 'html' || !block.content.includes('design-docs:')) continue;
    // A review comment may quote the word, and suppresses nothing.
    if (isReviewComment(block.content)) continue;
    for (const [, names = ''] of block.content.matchAll(DISABLE)) {
      const next = nextLine(lines, block.end - origin);
      muting.push({ line: block.start - origin, next, rules: names.split(/[\s,]+/).filter(Boolean) });
    }
  }
  return muting.length === 0 ? NONE : muting;
});

function moveMuting({ line, next, rules }: Muting, by: number): Muting {
  return { line: line + by, next: next + by, rules };
}

/** The line where the top of a document ends: at the first block that is not HTML, or at the first section. */
function endOfTop({ preamble, sections }: Document): number {
  const text = preamble.find(({ kind }) => kind !== 'html')?.start ?? Number.POSITIVE_INFINITY;
  return Math.min(text, sections[0]?.start ?? Number.POSITIVE_INFINITY);
}

function lineSet(sets: Map<number, Set<string>>, line: number): Set<string> {
  const set = sets.get(line) ?? new Set<string>();
  sets.set(line, set);
  return set;
}

/**
 * The next line with text from `from` on; the line after the last if only blank lines follow, because the next part
 * starts with a heading. An HTML block ends at a blank line, so the text below a comment may be in its block.
 */
function nextLine(lines: readonly Line[], from: number): number {
  let line = from;
  while (line < lines.length && (lines[line]?.text ?? '').trim() === '') line++;
  return line;
}
