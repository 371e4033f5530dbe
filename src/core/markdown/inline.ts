/**
 * Inline spans in the source of one leaf block: code, comments, HTML tags and autolinks, with offsets. markdown-it
 * gives inline tokens no position, and the rules need exact ones. The precedence is CommonMark's.
 */

/** The kind of an inline span. */
export type SpanKind = 'code' | 'comment' | 'tag' | 'autolink';

/** An inline span: `text.slice(start, end)`, including its delimiters. */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
}

const AUTOLINK = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/y;
const TAG =
  /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/y;

/** A character that can start a span, or the backslash that escapes it. */
const OPENER = /[`<\\]/g;

/**
 * The spans of `text`, in order, none inside another. The time is linear: the search for a closing delimiter runs only
 * if the text has one after the opening delimiter.
 */
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

/** Creates a function that returns the span at an offset. Offsets must not decrease, so each span is visited once. */
export function spanFinder<S extends Pick<Span, 'start' | 'end'>>(
  spans: readonly S[],
): (offset: number) => S | undefined {
  let next = 0;
  return (offset) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    const span = spans[next];
    return span && span.start <= offset ? span : undefined;
  };
}

/** The offsets of the last closing delimiters in a text, -1 if there is none. */
interface SpanEnds {
  comment(): number;
  /** The last run of exactly `width` backticks. */
  code(width: number): number;
}

/** The offsets are computed lazily, because most texts have no spans. */
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

/** The length of the run of backticks at an offset, else 1. A run is skipped as a whole: part of it opens no span. */
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

/** The text without its comments; a comment in a code span stays. */
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
