/** The parts of a hand-off that quote the document, each under the path and lines of its source. */

import type { Document, Section } from '../document/document';
import { readLinks } from '../document/links/links';
import type { Piece } from '../document/quote';
import { codeSpan, pieces, tidy, visible } from '../document/quote';
import { fold } from '../markdown/tokens';
import { ownLines } from '../plan/items';
import type { NextStep } from '../plan/next';
import type { Step } from '../plan/tasks';
import { verifiedBy } from '../plan/verification';
import type { PackPart } from './pack';
import type { Role, StepContext } from './sections';

/** The document to quote. */
export interface HandOffSource {
  readonly document: Document;
  /** The document's lines without comments and invisible characters. */
  readonly lines: readonly string[];
  readonly path: string;
  readonly context: StepContext;
}

/** The worth of the parts: the lowest is cut first. */
export const WORTH = {
  links: 1,
  sectionComments: 2,
  relevant: 3,
  security: 4,
  nonGoals: 5,
  goals: 6,
  stepComments: 7,
  notes: 8,
  steps: 9,
} as const;
const NAMES: Readonly<Record<Role, string>> = {
  security: 'security notes',
  nonGoals: 'non-goals',
  goals: 'goals',
};

/** The sections of a role, a part for each. */
export function sectionParts(source: HandOffSource, role: Role): PackPart[] {
  const { roles } = source.context;
  const quotes = [...roles].flatMap(([section, of]) =>
    of === role ? [partsOf(section, source.context)] : [],
  );
  return quoted(source, quotes, NAMES[role], WORTH[role]);
}

/** The relevant sections, a part for each, the most relevant first. */
export function relevantParts(source: HandOffSource): PackPart[] {
  const { relevant } = source.context;
  const quotes = relevant.map(({ section, whole }) => (whole ? partsOf(section, source.context) : [section]));
  return quoted(source, quotes, 'relevant sections', WORTH.relevant);
}

/** A section and its sub-sections, without those that have a role of their own or are not written. */
export function partsOf(section: Section, context: StepContext): Section[] {
  const { roles, unwritten } = context;
  return [
    section,
    ...section.children
      .filter((child) => !roles.has(child) && !unwritten.has(child))
      .flatMap((child) => partsOf(child, context)),
  ];
}

function quoted(
  source: HandOffSource,
  quotes: readonly Section[][],
  name: string,
  worth: number,
): PackPart[] {
  const parts = quotes.flatMap((sections): PackPart[] => {
    const content = sections.flatMap((section) => sectionPieces(source, section));
    const [first] = sections;
    if (first && sections.length === 1 && source.context.unwritten.has(first))
      return [unwrittenPart(source, first)];
    // Headings without text are not worth a part.
    if (!first || content.length <= sections.length) return [];
    const text = placed(source, first.start, lastLine(source, sections.at(-1) ?? first));
    return [{ text, language: 'markdown', pieces: content, cut: { name, worth } }];
  });
  return parts.map((part, at) => (at === 0 ? { ...part, text: `${titled(name)}\n\n${part.text}` } : part));
}

/** Replaces a section that has only the template's text, which says nothing about this document. */
function unwrittenPart(source: HandOffSource, { heading, start }: Section): PackPart {
  return { text: `${placed(source, start)} "${visible(fold(heading.text))}" is not written yet.` };
}

function sectionPieces({ lines }: HandOffSource, { heading, blocks }: Section): Piece[] {
  const title: Piece = { text: tidy(lines.slice(heading.line, heading.endLine)), gap: '\n\n' };
  return [title, ...pieces(lines, blocks)];
}

/** The last line of a section's body that is not blank. */
function lastLine({ lines }: HandOffSource, { start, bodyEnd }: Section): number {
  let last = bodyEnd - 1;
  while (last > start && (lines[last] ?? '').trim() === '') last--;
  return last;
}

/** The milestone with its steps. Its notes may be cut if the action applies to a step. */
export function milestoneParts(source: HandOffSource, next: NextStep): PackPart[] {
  const { milestone, step } = next;
  const { title, notes } = ownLines(source.document, milestone);
  const more = linesPiece(source, notes);
  if (!step) return [wholePart(source, 'milestone', [...title, ...notes]), ...stepsPart(next)];
  const cut = { name: 'notes on the milestone', worth: WORTH.notes };
  return [
    wholePart(source, 'milestone', title),
    ...(more.length > 0 ? [{ text: 'Notes on it:', language: 'markdown', pieces: more, cut }] : []),
    ...stepsPart(next),
  ];
}

/**
 * The steps of the milestone with their lines, marks and nesting. The ">" of the one to do is in a column that no title
 * reaches, so that no title can imitate it.
 */
function stepsPart({ milestone, step }: NextStep): PackPart[] {
  const rows = milestone.steps.flatMap((task) => stepRows(task, step?.line, ''));
  if (rows.length === 0) return [];
  const hint = step ? ', the one to do marked with ">"' : '';
  return [
    {
      text: `Its steps by line number${hint}:`,
      language: 'text',
      pieces: rows.map((text) => ({ text, gap: '\n' })),
      cut: { name: 'steps of the milestone', worth: WORTH.steps },
    },
  ];
}

function stepRows(step: Step, line: number | undefined, indent: string): string[] {
  const pointer = step.line === line ? '>' : ' ';
  const row = `${pointer} ${step.line + 1}: ${indent}[${visible(step.mark)}] ${visible(step.title)}`;
  return [row, ...step.steps.flatMap((inner) => stepRows(inner, line, `${indent}  `))];
}

/** The step with its notes, without its sub-steps. */
export function stepParts(source: HandOffSource, { step }: NextStep): PackPart[] {
  if (!step) return [];
  const { title, notes } = ownLines(source.document, step);
  return [wholePart(source, 'step', [...title, ...notes])];
}

/** The check that verifies the step. */
export function verifyParts({ milestone, step }: NextStep): PackPart[] {
  const verify = verifiedBy(step ?? milestone);
  if (verify === undefined) return [];
  const text = 'According to the document, this verifies it. It has not been run; read it before you run it.';
  return [
    {
      text: `${titled('verification')}\n\n${text}`,
      language: 'text',
      pieces: [{ text: visible(verify), gap: '\n' }],
    },
  ];
}

/** The addresses of links in quoted lines, also those given by label. `subjectLines` are the lines of the step. */
export function linkParts(source: HandOffSource, subjectLines: ReadonlySet<number>): PackPart[] {
  const { document, lines, context } = source;
  const quotedLines = new Set(subjectLines);
  for (const { start, bodyEnd } of [
    ...context.relevant.map(({ section }) => section),
    ...context.roles.keys(),
  ]) {
    for (let line = start; line < bodyEnd; line++) quotedLines.add(line);
  }
  const labels = new Set(
    [...quotedLines].flatMap((line) => lines[line]?.toLowerCase().match(/(?<=\[)[^[\]]+(?=\])/g) ?? []),
  );
  const found = new Map<string, number>();
  for (const { target, range, label } of readLinks(document)) {
    const isQuoted = label === undefined ? quotedLines.has(range.start.line) : labels.has(label);
    const address = visible(fold(target));
    if (isQuoted && address !== '' && address[0] !== '#' && !found.has(address))
      found.set(address, range.start.line);
  }
  if (found.size === 0) return [];
  return [
    {
      text: `${titled('links')}\n\nAddresses in the quotes, by line number:`,
      language: 'text',
      pieces: [...found].map(([address, line]) => ({ text: `${line + 1}: ${address}`, gap: '\n' })),
      cut: { name: 'links', worth: WORTH.links },
    },
  ];
}

/** A part that quotes the given lines and is never cut. */
function wholePart(source: HandOffSource, name: string, numbers: readonly number[]): PackPart {
  const full = numbers.filter((line) => (source.lines[line] ?? '').trim() !== '');
  const text = `${titled(name)}\n\n${placed(source, numbers[0] ?? 0, full.at(-1))}`;
  return { text, language: 'markdown', pieces: linesPiece(source, numbers) };
}

function linesPiece({ lines }: HandOffSource, numbers: readonly number[]): Piece[] {
  const text = tidy(numbers.map((line) => lines[line] ?? ''));
  return text === '' ? [] : [{ text, gap: '\n' }];
}

function titled(name: string): string {
  return `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The path and lines of a quote; lines count from 1. */
function placed({ path }: HandOffSource, start: number, end = start): string {
  const where = start === end ? `line ${start + 1}` : `lines ${start + 1}–${end + 1}`;
  return `${codeSpan(path)}, ${where}:`;
}
