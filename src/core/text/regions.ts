/**
 * What is cut out of a text before Markdown sees it: front matter in YAML or TOML and `<instructions>` regions. Both
 * are found line by line, because Markdown would read them as headings, rules and HTML.
 */

/** Whole lines from `start` (inclusive) to `end` (exclusive). */
export interface Region {
  readonly start: number;
  readonly end: number;
}

const OPEN = /^ {0,3}(?:#{1,6}[ \t]*)?<instructions>/i;
const CLOSE = /<\/instructions>/i;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Where a region ends whose closing tag is missing: at a section, or at the first header field. */
const UNCLOSED_STOP = /^(?:#{2,6}[ \t]|\*\*[^*]+:?\*\*:?[ \t])/;

/** Regions as they stand once a line and all below it have moved: the same list if that moves none of them. */
export function moveRegions(regions: readonly Region[], line: number, by: number): readonly Region[] {
  if (by === 0 || !regions.some(({ start }) => start >= line)) return regions;
  return regions.map((region) =>
    region.start < line ? region : { start: region.start + by, end: region.end + by },
  );
}

/** True if a text, or a line, may have a tag that opens an instruction region. */
export function hasInstructionsTag(text: string): boolean {
  return /<instructions>/i.test(text);
}

/** What a line has that is, or looks like, the border of a code fence: its backticks or tildes. */
export function fenceMark(line: string): string | undefined {
  return FENCE.exec(line)?.[1];
}

/** True if a line ends the fence that a mark opens. */
function endsFence(line: string, opening: string): boolean {
  const mark = fenceMark(line);
  return mark?.startsWith(opening) === true && /^[ \t]*$/.test(line.slice(line.indexOf(mark) + mark.length));
}

/** The line that front matter stands between: YAML has dashes, TOML has plus signs. */
export type FrontMatterFence = '---' | '+++';

/** The fence of the front matter that the first line of a text opens, or undefined if it opens none. */
export function opensFrontMatter(line: string | undefined): FrontMatterFence | undefined {
  const fence = line?.trimEnd();
  return fence === '---' || fence === '+++' ? fence : undefined;
}

/** True if a later line ends front matter that the first one opens. YAML may end with dots, too. */
export function endsFrontMatter(line: string, fence: FrontMatterFence): boolean {
  return fence === '+++' ? /^\+\+\+[ \t]*$/.test(line) : /^(?:---|\.\.\.)[ \t]*$/.test(line);
}

/** The lines with those in the regions empty. */
export function blanked(lines: readonly string[], regions: readonly Region[], first = 0): readonly string[] {
  const end = first + lines.length;
  if (!regions.some((region) => region.start < end && region.end > first)) return lines;
  const rest = [...lines];
  for (const { start, end } of regions) rest.fill('', Math.max(0, start - first), Math.max(0, end - first));
  return rest;
}

/** The front matter, its two fence lines included, or undefined. */
export function findFrontMatter(lines: readonly string[]): Region | undefined {
  const fence = opensFrontMatter(lines[0]);
  if (!fence) return undefined;
  const close = lines.findIndex((line, index) => index > 0 && endsFrontMatter(line, fence));
  return close < 0 ? undefined : { start: 0, end: close + 1 };
}

/** True if a line opens a region, or opens or ends a fence that regions may be shown in. Every line is asked. */
export function isBorder(line: string): boolean {
  let at = 0;
  while (at < 3 && line.charCodeAt(at) === 32) at++;
  const sign = line[at];
  if (sign === '`' || sign === '~') return FENCE.test(line);
  return (sign === '#' || sign === '<') && OPEN.test(line);
}

/** Lines of which few are looked at. */
export interface Lines {
  readonly count: number;
  textAt(line: number): string;
}

/** The `<instructions>` regions of lines, from one of them on. */
export function findInstructions(
  lines: readonly { readonly text: string; readonly border: boolean }[],
  from: number,
): Region[] {
  const borders: number[] = [];
  for (let line = from; line < lines.length; line++) if (lines[line]?.border) borders.push(line);
  return regionsBetween(borders, { count: lines.length, textAt: (line) => lines[line]?.text ?? '' });
}

/**
 * The `<instructions>` regions, in order, of lines of which some are borders. Each line may carry a heading mark (a
 * formatter once made headings of them), blank lines may stand between, and the closing tag may be missing. A region
 * shown in a code fence is none.
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

/** The text of a region as prose: heading marks and tags taken off, lines folded into one. */
export function regionText(lines: readonly string[], region: Region): string {
  return lines
    .slice(region.start, region.end)
    .map((line) => line.replace(/^ {0,3}#{1,6}(?:[ \t]+|$)/, '').replace(/<\/?instructions>/gi, ' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
