/**
 * Inline spans in the source of one leaf block: code, comments, HTML tags and autolinks, with offsets.
 * markdown-it gives inline tokens no position, and the rules need exact ones; the precedence is CommonMark's.
 */

export type SpanKind = 'code' | 'comment' | 'tag' | 'autolink';

/** `text.slice(start, end)` is the span, its delimiters included. */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
}

const AUTOLINK = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/y;
const TAG =
  /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/y;

/** What a span can start with, and what keeps the next character from starting one. */
const OPENER = /[`<\\]/g;

/** The spans of `text`, in order, none inside another. Linear: what has no end is not looked for again. */
export function inlineSpans(text: string): Span[] {
  const spans: Span[] = [];
  const ends = endsIn(text);
  OPENER.lastIndex = 0;
  while (OPENER.test(text)) {
    const at = OPENER.lastIndex - 1;
    const span = spanAt(text, at, ends);
    if (span) spans.push(span);
    OPENER.lastIndex = span?.end ?? at + (text[at] === '\\' ? 2 : runLength(text, at));
  }
  return spans;
}

/** Finds the span at an offset, for offsets that only grow: each span is passed once. */
export function spanFinder(spans: readonly Span[]): (offset: number) => Span | undefined {
  let next = 0;
  return (offset) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    const span = spans[next];
    return span && span.start <= offset ? span : undefined;
  };
}

/** Where the last ends stand that spans can have. */
interface SpanEnds {
  comment(): number;
  /** The last run of so many backticks. */
  code(width: number): number;
}

/** Each is looked up when it is asked for first: most texts have no spans. */
function endsIn(text: string): SpanEnds {
  let comment: number | undefined;
  let runs: Map<number, number> | undefined;
  return {
    comment: () => {
      comment ??= text.lastIndexOf('-->');
      return comment;
    },
    code: (width) => {
      runs ??= new Map([...text.matchAll(/`+/g)].map(({ 0: run, index }) => [run.length, index]));
      return runs.get(width) ?? -1;
    },
  };
}

function spanAt(text: string, at: number, ends: SpanEnds): Span | undefined {
  if (text[at] === '`') {
    const end = codeEnd(text, at, ends);
    return end === undefined ? undefined : { kind: 'code', start: at, end };
  }
  if (text[at] !== '<') return undefined;
  if (text.startsWith('<!--', at)) {
    if (ends.comment() < at + 2) return undefined;
    return { kind: 'comment', start: at, end: text.indexOf('-->', at + 2) + 3 };
  }
  for (const [kind, pattern] of [['autolink', AUTOLINK] as const, ['tag', TAG] as const]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, start: at, end: at + match[0].length };
  }
  return undefined;
}

/** A run of backticks that opens nothing is skipped whole: half of it must not open a span. */
function runLength(text: string, at: number): number {
  let end = at + 1;
  if (text[at] === '`') while (text[end] === '`') end++;
  return end - at;
}

function codeEnd(text: string, open: number, ends: SpanEnds): number | undefined {
  const width = runLength(text, open);
  if (ends.code(width) <= open) return undefined;
  for (let at = text.indexOf('`', open + width); at >= 0; ) {
    const run = runLength(text, at);
    if (run === width) return at + run;
    at = text.indexOf('`', at + run);
  }
  return undefined;
}

/** The text without its comments; what only looks like one, in code, stays. */
export function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  let result = '';
  let from = 0;
  for (const { kind, start, end } of inlineSpans(text)) {
    if (kind !== 'comment') continue;
    result += text.slice(from, start);
    from = end;
  }
  return result + text.slice(from);
}
