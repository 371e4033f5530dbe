/**
 * Random rules as a careless author may write them: each reads something of the document, and reports it at some
 * position. None of them handles edits.
 */

import type { Document, Section } from '../../src/core/document/document';
import { subtree } from '../../src/core/document/document';
import { findField } from '../../src/core/document/fields/fields';
import { anchorsOf } from '../../src/core/document/links/anchors';
import { readLinks } from '../../src/core/document/links/links';
import { walkBlocks } from '../../src/core/markdown/markdown';
import { isWritten } from '../../src/core/outline/outline';
import type { Rule, RuleContext } from '../../src/core/rules/rule';
import type { Stage } from '../../src/core/status/stage';
import { findGuidance } from '../../src/core/template/guidance';
import { say } from '../../src/core/text/message';
import type { Range } from '../../src/core/text/text';
import { lineStart } from '../../src/core/text/text';
import type { Random } from './edits';

/** Reads something as a text. Two arbitrary numbers select the element to read. */
type Reading = (context: RuleContext, a: number, b: number) => string;

const KINDS = ['list', 'item', 'paragraph', 'code', 'heading', 'table', 'html', 'quote', 'definition'];
const PATTERNS = [/\bnone\b/i, /[<{[]/, /^\s*$/, /^#+ /, /\d/, /[.!?]$/];

function pick<T>(all: readonly T[], at: number): T | undefined {
  return all[at % Math.max(1, all.length)];
}

function sectionAt({ sections }: Document, at: number): Section | undefined {
  return pick(sections, at);
}

const READINGS: readonly Reading[] = [
  // Blocks of one section, of its subsections, and of the whole document.
  ({ document }, a, b) =>
    `${sectionAt(document, a)?.blocks.filter(({ kind }) => kind === pick(KINDS, b)).length}`,
  ({ document }, a) =>
    sectionAt(document, a)
      ?.blocks.map(({ kind, start, end }) => [kind, start, end])
      .join() ?? '',
  ({ document }, a) => {
    const section = sectionAt(document, a);
    return section
      ? subtree(section)
          .flatMap(({ blocks }) => [...walkBlocks(blocks)].map(({ content }) => content))
          .join()
      : '';
  },
  ({ document }, a, b) => {
    const block = pick(
      document.allBlocks.filter(({ kind }) => kind === pick(KINDS, a)),
      b,
    );
    return block ? `${block.start} ${block.end} ${block.content} ${block.box?.mark}` : '';
  },
  ({ document }) => document.preamble.map(({ start, content }) => `${start} ${content}`).join(),
  // The text, its lines and positions.
  ({ document }, a) => `${document.text.length} ${document.lines[a % document.lineCount]?.text}`,
  ({ document }, a) =>
    `${document.lines.flatMap(({ text }, line) => (pick(PATTERNS, a)?.test(text) ? line : []))}`,
  ({ document }, a) => `${document.lineAt(a % document.lineCount)?.text} ${document.ending.length}`,
  // Headings, sections and their nesting.
  ({ document }) =>
    document.sections.map(({ heading, parent }) => `${heading.text}<${parent?.heading.line}`).join(),
  ({ document }, a) => {
    const { start, end, bodyEnd, heading, children } = sectionAt(document, a) ?? {};
    return `${start} ${end} ${bodyEnd} ${heading?.range.start.character} ${children?.length}`;
  },
  ({ document: { title, header, fields } }) =>
    `${title?.text} ${header} ${fields.map(({ name, value, line }) => `${name}=${value}@${line}`)}`,
  ({ document, outline: { template } }, a) =>
    `${findField(document.fields, [pick(template.fields, a)?.name ?? ''])?.value}`,
  // Values derived from the document.
  ({ document }) => `${readLinks(document).map(({ target, range }) => `${target}@${range.start.line}`)}`,
  ({ document }) => `${[...anchorsOf(document).lines].map(([name, line]) => `${name}@${line}`)}`,
  ({ document }) => `${[...document.labels]} ${document.instructions.length} ${document.frontMatter?.end}`,
  ({ document, outline }) =>
    `${findGuidance(document, outline.template.guidance).map(({ range }) => range.start.line)}`,
  ({ outline }, a) => {
    const { spec, sections } = pick(outline.bindings, a) ?? { sections: [] };
    return `${spec?.title} ${sections.map((section) => [section.start, isWritten(section, outline)])}`;
  },
  ({ plan, stage }) =>
    `${stage} ${plan.milestones.map(({ title, line, state, steps }) => `${title}@${line} ${state} ${steps.length}`)}`,
];

/** All stages of documents. */
export const ALL_STAGES: readonly Stage[] = [
  'draft',
  'progress',
  'unknown',
  'finished',
  'dead',
  'reference',
  'retrospective',
];

/** Possible ranges of the findings. */
const PLACES: readonly ((document: Document, a: number) => Range)[] = [
  () => lineStart(0),
  (document, a) => lineStart(a % document.lineCount),
  (document, a) => sectionAt(document, a)?.heading.range ?? lineStart(0),
  (document, a) => lineStart(pick(document.allBlocks, a)?.start ?? 0),
];

/** The given number of random rules. */
export function carelessRules(random: Random, count: number): Rule[] {
  return Array.from({ length: count }, (_, at): Rule => {
    const [read, place] = [pick(READINGS, random(1000)), pick(PLACES, random(1000))];
    const [a, b] = [random(1000), random(1000)];
    return {
      id: `careless-${at}`,
      summary: say`Reports what it reads.`,
      help: '',
      severity: 'warning',
      stages: ALL_STAGES,
      *check(context) {
        const found = read?.(context, a, b) ?? '';
        // Report only sometimes: a rule that always reports would not reveal that a rule without findings is skipped.
        if (found.length % 3 === b % 3) return;
        yield { range: place?.(context.document, b) ?? lineStart(0), message: say`Found ${found}` };
      },
    };
  });
}
