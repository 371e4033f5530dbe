/** Which documents a document supersedes, and by which it is superseded, as its header, status and list of links say. */

import type { Block } from '../markdown/markdown';
import { nameKey } from '../text/names';
import type { Range } from '../text/text';
import { range } from '../text/text';
import vocabulary from '../vocabulary/vocabulary.json';
import type { Document } from './document';
import { decoded } from './links/links';

/** A link to another document. */
export interface SuccessionLink {
  /** The path as written, percent-encoding decoded, without an anchor. */
  readonly path: string;
  /** The range of the link. */
  readonly range: Range;
}

/** The links to the documents that a document supersedes, and to those that supersede it. */
export interface Succession {
  readonly supersedes: readonly SuccessionLink[];
  readonly supersededBy: readonly SuccessionLink[];
}

const { supersedes, supersededBy, sections } = vocabulary.succession;
const SECTIONS = new Set([...vocabulary.statusSections, ...sections].map(nameKey));
const MAX_SECTIONS = 100;
/** Longer lines are not searched: the time for one is not linear. */
const LONGEST_LINE = 1000;
const LINK = /\[[^[\]]*\]\(<?([^()<>\s]+?\.(?:md|markdown))(?:#[^()<>\s]*)?>?\)/gi;
/** A path in front matter, where links are no Markdown. */
const PATH = /(?<=^|[\s"'[,])((?:[^\s"'[\]()<>:,]+\/)?[^\s"'[\]()<>:,/]+\.(?:md|markdown))(?=$|[\s"'\],#])/gi;
const OPENING =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\|[ \t]*)?[*_]{0,3}(?:[^:：|[\]]{0,30}[:：|][*_ \t]*)?["'*_]*/;

/** Reads the succession of a document. Only lines that open with its words count: other documents have their own. */
export function readSuccession(document: Document): Succession {
  const found: { supersedes: SuccessionLink[]; supersededBy: SuccessionLink[] } = {
    supersedes: [],
    supersededBy: [],
  };
  const inMatter = document.frontMatter?.end ?? 0;
  for (const line of candidateLines(document)) {
    const text = document.lineAt(line)?.text ?? '';
    const kind = text.length > LONGEST_LINE ? undefined : kindOf(text);
    if (!kind) continue;
    for (const match of text.matchAll(line < inMatter && !text.includes('](') ? PATH : LINK)) {
      const { 0: link, 1: target = '', index } = match;
      if (/^[a-z]+:/i.test(target)) continue;
      found[kind].push({ path: decoded(target), range: range(line, index, line, index + link.length) });
    }
  }
  return found;
}

/** What a line opens with: the words themselves, or a label with them. */
function kindOf(text: string): keyof Succession | undefined {
  const lower = text.toLowerCase();
  const bare = lower.replace(/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[|*_ \t]*/, '');
  const value = lower.replace(OPENING, '');
  const opens = (words: readonly string[]): boolean =>
    words.some((word) =>
      [bare, value].some((part) => part.startsWith(word) && !/^\p{L}/u.test(part.slice(word.length))),
    );
  if (opens(supersededBy)) return 'supersededBy';
  return opens(supersedes) ? 'supersedes' : undefined;
}

/** The lines of front matter and header, and of the paragraphs and items in a section about the status or links. */
function candidateLines(document: Document): number[] {
  const matter = document.frontMatter;
  const lines = matter ? Array.from({ length: matter.end - matter.start }, (_, at) => matter.start + at) : [];
  lines.push(...linesOf(document.preamble));
  for (const { heading, blocks } of document.sections.slice(0, MAX_SECTIONS)) {
    if (SECTIONS.has(heading.name.key) || SECTIONS.has(heading.name.head)) lines.push(...linesOf(blocks));
  }
  return lines;
}

function linesOf(blocks: readonly Block[]): number[] {
  return blocks.flatMap(({ kind, start, end, children }) => {
    if (kind === 'paragraph' || kind === 'table')
      return Array.from({ length: end - start }, (_, at) => start + at);
    return linesOf(children);
  });
}
