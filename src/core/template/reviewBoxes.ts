/** What a template wants to have checked before a review: directives, and checklists for it in instructions. */

import type { Document, Section } from '../document/document';
import { parseDocument } from '../document/document';
import { sectionAround, sectionOnLine } from '../document/sections';
import { memoize } from '../query/memoize';
import { wordFinder } from '../text/wordPatterns';
import vocabulary from '../vocabulary/review.json';
import type { SectionSpec, Template } from './template';
import { directiveOf } from './templateMarks';

/** A question or a claim of the template. */
export interface ReviewBox {
  readonly text: string;
  /** The section that it is about; undefined for the whole document. */
  readonly spec?: SectionSpec | undefined;
}

const DIRECTIVE = 'ready';
/** A prefilter: most templates have no such box. */
const LIKELY = /design-docs:\s*ready\b|<instructions>/i;
const TASK = /^[ \t>#]*[-*+][ \t]+\[[ \txX]?\][ \t]+(\S.*)$/;
/** The maximum number of boxes of a template that are read: a limit for hostile templates. */
const MAX_BOXES = 100;
const findChecklist = wordFinder(vocabulary.checklists);

/**
 * The boxes of a template, in its order: `<!-- design-docs: ready … -->` above a heading or in a section, and the tasks in
 * an instruction region below a line that speaks of a review.
 */
export const reviewBoxes = memoize((template: Template): readonly ReviewBox[] => {
  if (!LIKELY.test(template.source)) return [];
  const document = parseDocument(template.source);
  // The sections of a template are those of its text, in the same order.
  const specOf = (section: Section | undefined): SectionSpec | undefined =>
    section && template.specs[document.sections.indexOf(section)];
  const all = [...directed(document), ...listed(document)].sort((a, b) => a.line - b.line);
  const found = all.slice(0, MAX_BOXES).map((box) => ({ ...box, section: box.section() }));
  const boxes = found.map(({ text, section }): ReviewBox => ({ text, spec: specOf(section) }));
  return boxes.filter(({ text }, at) => boxes.findIndex((other) => other.text === text) === at);
});

interface FoundBox {
  readonly line: number;
  readonly text: string;
  /** The section that it is about. */
  section(): Section | undefined;
}

function directed(document: Document): FoundBox[] {
  const { blocks } = document;
  return blocks.flatMap((block, at) => {
    const directive = directiveOf(block);
    if (directive?.name !== DIRECTIVE) return [];
    const text = unquoted(directive.value.replace(/\s+/g, ' '));
    return text === '' ? [] : [{ line: block.start, text, section: () => sectionOf(document, at) }];
  });
}

/** The section of a comment: the one whose heading it touches, alone or with other comments, else the one around it. */
function sectionOf(document: Document, at: number): Section | undefined {
  const { blocks } = document;
  let end = blocks[at]?.end ?? 0;
  for (let next = at + 1; blocks[next]?.kind === 'html' && blocks[next]?.start === end; next++) {
    end = blocks[next]?.end ?? end;
  }
  const below = sectionOnLine(document.sections, end);
  return below ?? sectionAround(document.sections, blocks[at]?.start ?? 0);
}

function listed(document: Document): FoundBox[] {
  return document.instructions.flatMap(({ start, end }) => {
    const found: FoundBox[] = [];
    let speaks = false;
    for (let line = start; line < end; line++) {
      const text = document.lineAt(line)?.text ?? '';
      const task = TASK.exec(text)?.[1]?.trim();
      if (task === undefined) speaks ||= findChecklist(text) >= 0;
      else if (speaks)
        found.push({ line, text: task, section: () => sectionAround(document.sections, line) });
    }
    return found;
  });
}

function unquoted(text: string): string {
  return /^["“„«](.*)["”“»]$/.exec(text)?.[1]?.trim() ?? text;
}
