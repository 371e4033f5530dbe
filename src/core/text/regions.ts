/**
 * Regions that are hidden from the Markdown parser: front matter in YAML or TOML, and `<instructions>` regions. They
 * are found line by line, because Markdown would parse them as headings, rules and HTML.
 */

/** Whole lines from `start` (inclusive) to `end` (exclusive). */
export interface Region {
  readonly start: number;
  readonly end: number;
}

const OPEN = /^ {0,3}(?:#{1,6}[ \t]*)?<instructions>/i;
const CLOSE = /<\/instructions>/i;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A section heading or a header field: it ends a region whose closing tag is missing. */
const UNCLOSED_STOP = /^(?:#{2,6}[ \t]|\*\*[^*]+:?\*\*:?[ \t])/;

/** Moves the regions that start at or after `line` by `by` lines. Returns the same list if none of them moves. */
export function moveRegions(regions: readonly Region[], line: number, by: number): readonly Region[] {
  if (by === 0 || !regions.some(({ start }) => start >= line)) return regions;
  return regions.map((region) =>
    region.start < line ? region : { start: region.start + by, end: region.end + by },
  );
}

/** True if a text contains the opening tag of an instruction region. */
export function hasInstructionsTag(text: string): boolean {
  return /<instructions>/i.test(text);
}

/** The backticks or tildes of a line that may open or end a code fence; undefined for any other line. */
export function fenceMark(line: string): string | undefined {
  return FENCE.exec(line)?.[1];
}

/** True if a line ends the fence that `opening` (its backticks or tildes) opens. */
function endsFence(line: string, opening: string): boolean {
  const mark = fenceMark(line);
  return mark?.startsWith(opening) === true && /^[ \t]*$/.test(line.slice(line.indexOf(mark) + mark.length));
}

/** The line that delimits front matter: dashes for YAML, plus signs for TOML. */
export type FrontMatterFence = '---' | '+++';

/** The fence if the first line of a text opens front matter, else undefined. */
export function opensFrontMatter(line: string | undefined): FrontMatterFence | undefined {
  const fence = line?.trimEnd();
  return fence === '---' || fence === '+++' ? fence : undefined;
}

/** True if a line ends front matter that `fence` opens. YAML may also end with `...`. */
export function endsFrontMatter(line: string, fence: FrontMatterFence): boolean {
  return fence === '+++' ? /^\+\+\+[ \t]*$/.test(line) : /^(?:---|\.\.\.)[ \t]*$/.test(line);
}

/** Copies lines with those in the regions made empty. The regions count lines from 0, `lines` start at `first`. */
export function blanked(lines: readonly string[], regions: readonly Region[], first = 0): readonly string[] {
  const end = first + lines.length;
  if (!regions.some((region) => region.start < end && region.end > first)) return lines;
  const rest = [...lines];
  for (const { start, end } of regions) rest.fill('', Math.max(0, start - first), Math.max(0, end - first));
  return rest;
}

/** The region of the front matter, including its two fence lines; undefined if there is none. */
export function findFrontMatter(lines: readonly string[]): Region | undefined {
  const fence = opensFrontMatter(lines[0]);
  if (!fence) return undefined;
  const close = lines.findIndex((line, index) => index > 0 && endsFrontMatter(line, fence));
  return close < 0 ? undefined : { start: 0, end: close + 1 };
}

/**
 * True if a line may open an instruction region, or may open or end a code fence, in which no region opens. It runs on
 * every line, so one character decides for most of them.
 */
export function isBorder(line: string): boolean {
  let at = 0;
  while (at < 3 && line.charCodeAt(at) === 32) at++;
  const char = line[at];
  if (char === '`' || char === '~') return FENCE.test(line);
  return (char === '#' || char === '<') && OPEN.test(line);
}

/** Random access to lines, for a scan that reads few of them. */
export interface Lines {
  readonly count: number;
  textAt(line: number): string;
}

/** The `<instructions>` regions of the lines from index `from` on, in order. */
export function findInstructions(
  lines: readonly { readonly text: string; readonly border: boolean }[],
  from: number,
): Region[] {
  const borders: number[] = [];
  for (let line = from; line < lines.length; line++) if (lines[line]?.border) borders.push(line);
  return regionsBetween(borders, { count: lines.length, textAt: (line) => lines[line]?.text ?? '' });
}

/**
 * The `<instructions>` regions of the lines, in order. `borders` lists the lines for which `isBorder` is true. A line
 * of a region may have a heading mark (a formatter once added them) or be blank, and the closing tag may be missing. An
 * `<instructions>` tag in a code fence opens no region.
 */
export function regionsBetween(borders: readonly number[], lines: Lines): Region[] {
  const regions: Region[] = [];
  let fence = '';
  for (const line of borders) {
    if (line < (regions.at(-1)?.end ?? 0)) continue;
    const text = lines.textAt(line);
    const mark = fenceMark(text);
    if (fence !== '') {
      if (endsFence(text, fence)) fence = '';
    } else if (mark) {
      fence = mark;
    } else {
      regions.push({ start: line, end: regionEnd(lines, line) });
    }
  }
  return regions;
}

function regionEnd(lines: Lines, start: number): number {
  for (let line = start; line < lines.count; line++) {
    const text = lines.textAt(line);
    if (CLOSE.test(text)) return line + 1;
    if (line > start && UNCLOSED_STOP.test(text)) return trimBlank(lines, start, line);
  }
  return trimBlank(lines, start, lines.count);
}

function trimBlank(lines: Lines, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && lines.textAt(last - 1).trim() === '') last--;
  return last;
}

/** The text of a region on one line, without heading marks and tags. */
export function regionText(lines: readonly string[], region: Region): string {
  return lines
    .slice(region.start, region.end)
    .map((line) => line.replace(/^ {0,3}#{1,6}(?:[ \t]+|$)/, '').replace(/<\/?instructions>/gi, ' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
