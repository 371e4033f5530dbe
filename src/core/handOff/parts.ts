/** The parts of a hand-off that quote the document, each led by its source. */

import type { Document, Section } from '../document/document';
import { readLinks } from '../document/links';
import type { Piece } from '../document/quote';
import { codeSpan, pieces, tidy, visible } from '../document/quote';
import { fold } from '../markdown/tokens';
import { verifiedBy } from '../plan/evidence';
import { ownLines } from '../plan/items';
import type { NextStep } from '../plan/next';
import type { Step } from '../plan/plan';
import type { PackPart } from './pack';
import type { Role, StepContext } from './sections';

/** The document as it is quoted. */
export interface HandOffSource {
  readonly document: Document;
  readonly lines: readonly string[];
  readonly path: string;
  readonly context: StepContext;
}

/** How dear the parts are: the cheapest is cut first. */
const WORTH = { links: 1, relevant: 2, security: 3, nonGoals: 4, goals: 5, notes: 6, steps: 7 } as const;
const NAMES: Readonly<Record<Role, string>> = {
  security: 'security notes',
  nonGoals: 'non-goals',
  goals: 'goals',
};

/** The sections of a role, one part each. */
export function sectionParts(source: HandOffSource, role: Role): PackPart[] {
  const { roles } = source.context;
  const own = [...roles].flatMap(([section, of]) => (of === role ? [partsOf(section, source.context)] : []));
  return quoted(source, own, NAMES[role], WORTH[role]);
}

/** The nearest sections, best first. */
export function relevantParts(source: HandOffSource): PackPart[] {
  const { relevant } = source.context;
  const own = relevant.map(({ section, whole }) => (whole ? partsOf(section, source.context) : [section]));
  return quoted(source, own, 'relevant sections', WORTH.relevant);
}

/** A section and its sub-sections, but for those that have a part of their own and those that are not written. */
function partsOf(section: Section, context: StepContext): Section[] {
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
    const own = sections.flatMap((section) => sectionPieces(source, section));
    const [first] = sections;
    if (first && sections.length === 1 && source.context.unwritten.has(first))
      return [unwrittenPart(source, first)];
    // A heading alone says nothing.
    if (!first || own.length <= sections.length) return [];
    const text = placed(source, first.start, lastLine(source, sections.at(-1) ?? first));
    return [{ text, language: 'markdown', pieces: own, cut: { name, worth } }];
  });
  return parts.map((part, at) => (at === 0 ? { ...part, text: `${titled(name)}\n\n${part.text}` } : part));
}

/** What the template says in a section is nothing that the document says. */
function unwrittenPart(source: HandOffSource, { heading, start }: Section): PackPart {
  return { text: `${placed(source, start)} "${visible(fold(heading.text))}" is not written yet.` };
}

function sectionPieces({ lines }: HandOffSource, { heading, blocks }: Section): Piece[] {
  const title: Piece = { text: tidy(lines.slice(heading.line, heading.endLine)), gap: '\n\n' };
  return [title, ...pieces(lines, blocks)];
}

/** The last line of a section's own text that says anything. */
function lastLine({ lines }: HandOffSource, { start, bodyEnd }: Section): number {
  let last = bodyEnd - 1;
  while (last > start && (lines[last] ?? '').trim() === '') last--;
  return last;
}

/** The milestone: its title and its steps where one of them is to be done, else all that it says. */
export function milestoneParts(source: HandOffSource, next: NextStep): PackPart[] {
  const { milestone, step } = next;
  const { title, notes } = ownLines(source.document, milestone);
  const more = linesPiece(source, notes);
  if (!step) return [ownPart(source, 'milestone', [...title, ...notes]), ...stepsPart(next)];
  const cut = { name: 'notes on the milestone', worth: WORTH.notes };
  return [
    ownPart(source, 'milestone', title),
    ...(more.length > 0 ? [{ text: 'What it says besides:', language: 'markdown', pieces: more, cut }] : []),
    ...stepsPart(next),
  ];
}

/**
 * The steps of the milestone with their lines, marks and depth. The sign for the one to do stands where no title can.
 */
function stepsPart({ milestone, step }: NextStep): PackPart[] {
  const rows = milestone.steps.flatMap((own) => stepRows(own, step?.line));
  if (rows.length === 0) return [];
  const sign = step ? ', the one to do with a ">" in front' : '';
  return [
    {
      text: `Its steps by line${sign}:`,
      language: 'text',
      pieces: rows.map((text) => ({ text, gap: '\n' })),
      cut: { name: 'steps of the milestone', worth: WORTH.steps },
    },
  ];
}

function stepRows(step: Step, line: number | undefined): string[] {
  const sign = step.line === line ? '>' : ' ';
  const indent = '  '.repeat(step.depth - 1);
  const own = `${sign} ${step.line + 1}: ${indent}[${visible(step.mark)}] ${visible(step.title)}`;
  return [own, ...step.steps.flatMap((inner) => stepRows(inner, line))];
}

/** The step with all that it says itself. */
export function stepParts(source: HandOffSource, { step }: NextStep): PackPart[] {
  if (!step) return [];
  const { title, notes } = ownLines(source.document, step);
  return [ownPart(source, 'step', [...title, ...notes])];
}

/** What the step says about how it is verified. */
export function verifyParts({ milestone, step }: NextStep): PackPart[] {
  const verify = verifiedBy(step ?? milestone);
  if (verify === undefined) return [];
  const text = 'The document says that this verifies it. Nothing has run it; read it before you do.';
  return [
    {
      text: `${titled('verification')}\n\n${text}`,
      language: 'text',
      pieces: [{ text: visible(verify), gap: '\n' }],
    },
  ];
}

/** The addresses that the quoted lines link to, and those that they name by a label. */
export function linkParts(source: HandOffSource, own: ReadonlySet<number>): PackPart[] {
  const { document, lines, context } = source;
  const quotedLines = new Set(own);
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
      text: `${titled('links')}\n\nAddresses in what is quoted, by line:`,
      language: 'text',
      pieces: [...found].map(([address, line]) => ({ text: `${line + 1}: ${address}`, gap: '\n' })),
      cut: { name: 'links', worth: WORTH.links },
    },
  ];
}

function ownPart(source: HandOffSource, name: string, own: readonly number[]): PackPart {
  const full = own.filter((line) => (source.lines[line] ?? '').trim() !== '');
  const text = `${titled(name)}\n\n${placed(source, own[0] ?? 0, full.at(-1))}`;
  return { text, language: 'markdown', pieces: linesPiece(source, own) };
}

function linesPiece({ lines }: HandOffSource, own: readonly number[]): Piece[] {
  const text = tidy(own.map((line) => lines[line] ?? ''));
  return text === '' ? [] : [{ text, gap: '\n' }];
}

function titled(name: string): string {
  return `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Where a quote comes from, as people count lines. */
function placed({ path }: HandOffSource, start: number, end = start): string {
  const where = start === end ? `line ${start + 1}` : `lines ${start + 1}–${end + 1}`;
  return `${codeSpan(path)}, ${where}:`;
}
