/** Comments that mute rules: `<!-- design-docs: disable rule-id -->` above a line, or at the top for the whole text. */

import type { Document } from './document';

/** True if the rule is muted on the given line. */
export type Muted = (rule: string, line: number) => boolean;

const DISABLE = /<!--[ \t]*design-docs:[ \t]*disable\b([^<>]*)-->/g;
const ALL = 'all';

/**
 * Reads the muting comments of a document. A comment before anything but front matter and the title mutes
 * its rules everywhere; another one mutes them on the next line that is not blank.
 */
export function readSuppressions(document: Document): Muted {
  const everywhere = new Set<string>();
  const onLine = new Map<number, Set<string>>();
  const top = document.blocks.find((block) => block.kind !== 'html' && block.kind !== 'heading')?.start;
  for (const block of document.allBlocks) {
    if (block.kind !== 'html' || !block.content.includes('design-docs:')) continue;
    for (const [, names = ''] of block.content.matchAll(DISABLE)) {
      const rules = names.split(/[\s,]+/).filter(Boolean);
      const target =
        (top === undefined || block.start < top) && !followsSection(document, block.start)
          ? everywhere
          : lineSet(onLine, nextLine(document, block.end));
      for (const rule of rules) target.add(rule);
    }
  }
  return (rule, line) => {
    const own = onLine.get(line);
    return [everywhere, own].some((set) => set?.has(rule) || set?.has(ALL));
  };
}

function followsSection(document: Document, line: number): boolean {
  return (document.sections[0]?.start ?? Number.POSITIVE_INFINITY) < line;
}

function lineSet(sets: Map<number, Set<string>>, line: number): Set<string> {
  const set = sets.get(line) ?? new Set<string>();
  sets.set(line, set);
  return set;
}

/** The next line with text; a comment and its text may share a block, as HTML blocks run on to a blank line. */
function nextLine(document: Document, from: number): number {
  let line = from;
  while (line < document.lines.length && (document.lines[line]?.text ?? '').trim() === '') line++;
  return line;
}
