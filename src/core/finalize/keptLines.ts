/** The lines of a document that stay when it becomes its summary: the summary, and what links lead to. */

import type { Document, Section } from '../document/document';
import { subtree } from '../document/document';
import { readSuccession } from '../document/succession';
import type { Block } from '../markdown/markdown';
import { isLicenceSection, isStatusSection } from '../template/keptText';
import { partitionPoint } from '../text/binarySearch';
import { readName, sameName } from '../text/names';
import type { Region } from '../text/regions';
import { anchorFinder, linksByLine } from './anchorLines';
import { definitionsByLabel, labelKey } from './definitions';
import type { Summary } from './summarySection';

/** What must stay besides the summary. */
export interface Wanted {
  /** The anchors to which other documents link. */
  readonly anchors: readonly string[];
  /** The names of sections that the user wants to keep as they are. */
  readonly sections: readonly string[];
  /** True if a path in a link leads to the document itself. */
  readonly isSelf: (path: string) => boolean;
}

const TAG = /<\/?[A-Za-z][^<>]*>/g;
const LABEL = /\[([^[\]]{1,1000})\]/g;

/** True for each line that stays. */
export function keptLines(document: Document, summary: Summary, wanted: Wanted): readonly boolean[] {
  const kept = new KeptLines(document, wanted.isSelf);
  kept.keepHead();
  if (summary.kind === 'sections') for (const section of summary.sections) kept.keepOwn(section);
  const names = wanted.sections.map(readName);
  for (const section of document.sections) {
    const { name } = section.heading;
    if (isStatusSection(name) || isLicenceSection(name)) kept.keepOwn(section);
    if (names.some((own) => sameName(own, name))) for (const one of subtree(section)) kept.keepOwn(one);
  }
  const { supersedes, supersededBy } = readSuccession(document);
  for (const { range } of [...supersedes, ...supersededBy]) kept.keepLine(range.start.line);
  for (const anchor of wanted.anchors) kept.keepAnchor(anchor);
  return kept.settle();
}

class KeptLines {
  private readonly kept: boolean[];
  /** The lines whose links and labels have not been followed yet. */
  private readonly pending: number[] = [];
  private readonly links: ReadonlyMap<number, readonly string[]>;
  private readonly definitions: ReadonlyMap<string, Region>;
  private readonly lineOfAnchor: (anchor: string) => number | undefined;
  /** The sections with each name, and how many of them are known to stay. */
  private readonly twins = new Map<string, { readonly sections: Section[]; kept: number }>();

  constructor(
    private readonly document: Document,
    isSelf: (path: string) => boolean,
  ) {
    this.kept = new Array<boolean>(document.lineCount).fill(false);
    this.links = linksByLine(document, isSelf);
    this.definitions = definitionsByLabel(document);
    this.lineOfAnchor = anchorFinder(document);
    for (const section of document.sections) {
      const { key } = section.heading.name;
      const twins = this.twins.get(key) ?? { sections: [], kept: 0 };
      twins.sections.push(section);
      this.twins.set(key, twins);
    }
  }

  /** Keeps all that stands before the first section, but a table of contents. Without a title, its section is the head. */
  keepHead(): void {
    const { document } = this;
    const [first, second] = document.sections;
    const end =
      document.title || !first ? (first?.start ?? document.lineCount) : (second?.start ?? first.end);
    let line = 0;
    for (const contents of document.preamble.filter(isContents)) {
      this.add(line, contents.start);
      line = contents.end;
    }
    this.add(line, end);
  }

  /** Keeps a section without its sub-sections. */
  keepOwn(section: Section): void {
    this.keepHeading(section);
    this.add(section.start, section.bodyEnd);
  }

  /** Keeps the block on a line, with the heading above it. */
  keepLine(line: number): void {
    const section = this.sectionAt(line);
    if (!section || line < section.heading.endLine) return;
    const { blocks } = section;
    const block = blocks[partitionPoint(blocks.length, (at) => (blocks[at]?.end ?? 0) <= line)];
    if (!block || line < block.start) return;
    this.add(block.start, block.end);
    // An anchor right above a heading is the heading's, not that of the section that it ends.
    const isLabel = block === blocks.at(-1) && block.content.replace(TAG, '').trim() === '';
    const next = isLabel ? this.sectionAt(section.bodyEnd) : undefined;
    if (next?.start === section.bodyEnd) this.keepOpening(next);
    else this.keepHeading(section);
  }

  /** Keeps what an anchor leads to. */
  keepAnchor(anchor: string): void {
    const line = this.lineOfAnchor(anchor);
    const section = line === undefined ? undefined : this.sectionAt(line);
    if (line === undefined || !section) return;
    if (line !== section.start) this.keepLine(line);
    else this.keepOpening(section);
  }

  /** Follows the links and labels of all kept lines, and returns which lines are kept. */
  settle(): readonly boolean[] {
    for (let line = this.pending.pop(); line !== undefined; line = this.pending.pop()) {
      for (const anchor of this.links.get(line) ?? []) this.keepAnchor(anchor);
      const own = this.document.lineAt(line)?.text ?? '';
      // A label may go on in the next line.
      for (const { 1: label = '', index } of `${own} ${this.document.lineAt(line + 1)?.text ?? ''}`.matchAll(
        LABEL,
      )) {
        if (index > own.length) break;
        const definition = this.definitions.get(labelKey(label));
        if (definition) this.add(definition.start, definition.end);
      }
    }
    return this.kept;
  }

  /** Keeps a heading with its first paragraph. */
  private keepOpening(section: Section): void {
    this.keepHeading(section);
    const [first] = section.blocks.filter(({ kind }) => kind !== 'html');
    if (first?.kind === 'paragraph') this.add(first.start, first.end);
  }

  /** Keeps a heading, those that it is under, and those before it that would otherwise leave their anchor to it. */
  private keepHeading(section: Section): void {
    if (this.kept[section.start]) return;
    this.add(section.start, section.heading.endLine);
    if (section.parent) this.keepHeading(section.parent);
    const twins = this.twins.get(section.heading.name.key);
    if (!twins) return;
    for (let next = twins.sections[twins.kept]; next && next.start < section.start; ) {
      twins.kept++;
      this.keepHeading(next);
      next = twins.sections[twins.kept];
    }
  }

  private add(start: number, end: number): void {
    for (let line = start; line < end; line++) {
      if (this.kept[line]) continue;
      this.kept[line] = true;
      this.pending.push(line);
    }
  }

  private sectionAt(line: number): Section | undefined {
    const { sections } = this.document;
    return sections[partitionPoint(sections.length, (at) => (sections[at]?.start ?? 0) <= line) - 1];
  }
}

/** True for a list of which every item is a link to a heading of the document. */
function isContents({ kind, children }: Block): boolean {
  return kind === 'list' && children.every(isEntry);
}

function isEntry({ children }: Block): boolean {
  const [first, ...more] = children;
  const isLink =
    first?.kind === 'paragraph' && /^\[[^\n]{1,500}\]\(#[^()\s]{0,500}\)$/.test(first.content.trim());
  return isLink && more.every(isContents);
}
