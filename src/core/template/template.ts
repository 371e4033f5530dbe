/**
 * A template: a Markdown file read as a schema. Nothing here knows any team's sections; it knows how
 * templates say things (the grammar is in docs/templates.md).
 */

import type { Document, Section } from '../document/document';
import { parseDocument } from '../document/document';
import { findField } from '../document/fields';
import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import type { Requirement } from '../markdown/marks';
import { withoutMark } from '../markdown/marks';
import type { TokenSet } from '../markdown/tokens';
import { findTokens, fold } from '../markdown/tokens';
import type { Name } from '../text/names';
import { regionText } from '../text/regions';
import type { GuidanceTexts } from './guidance';
import { readGuidance } from './guidance';
import type { FieldSpec } from './templateFields';
import { readFieldSpecs } from './templateFields';
import { directiveOf, directives, isMarkComment, markOf, unmarkedRequirement } from './templateMarks';
import type { Limit } from './templateText';
import {
  leadNames,
  readLimit,
  saysOmitMarks,
  saysStepsWhenStarted,
  speaksOfNextSteps,
  speaksOfPlan,
} from './templateText';
import { isTitleSample } from './titleSamples';

export interface SectionSpec {
  /** The heading without its mark. */
  readonly title: string;
  /** The title ready for comparing. */
  readonly name: Name;
  /** How many sections it lies in. */
  readonly depth: number;
  readonly level: number;
  readonly requirement: Requirement;
  /** How many list items the guidance asks for. */
  readonly limit?: Limit;
  /** Other names under which a document may have this section. */
  readonly aliases: readonly string[];
  /** The heading holds a placeholder: a pattern for any number of sections. */
  readonly repeatable: boolean;
  /** The section is a plan: its tasks are milestones and steps. */
  readonly plan: boolean;
  /** The section lists the next steps beside the plan. */
  readonly next: boolean;
  /** The body's lines as they are inserted: no marks, directives or instruction regions. */
  readonly body: readonly string[];
  /** The tokens of the heading and the body, in order. */
  readonly placeholders: readonly string[];
  readonly parent?: SectionSpec;
  readonly children: readonly SectionSpec[];
}

export interface Template {
  readonly name: string;
  /** The text that it was read from, its line endings `\n`: what a new document is made of. */
  readonly source: string;
  /** The title's text, its placeholders included; empty if the template has none. */
  readonly title: string;
  /** The outermost sections. */
  readonly sections: readonly SectionSpec[];
  /** Every section, parents before children, in the template's order. */
  readonly specs: readonly SectionSpec[];
  readonly fields: readonly FieldSpec[];
  /** The sections that come first, in their order. */
  readonly lead: readonly SectionSpec[];
  readonly tokens: TokenSet;
  /** What it says besides its headings. */
  readonly guidance: GuidanceTexts;
  /** Marks in a document's headings are left over. */
  readonly omitMarks: boolean;
  /** The steps of a milestone are written when it is started, not before. */
  readonly stepsWhenStarted: boolean;
}

/** Reads any Markdown text as a template. `fileName` names it unless its front matter does. */
export function readTemplate(text: string, fileName: string): Template {
  const document = parseDocument(text);
  const said = proseOf(document);
  const marks = document.sections.map((section) => markOf(document, section));
  const fallback = unmarkedRequirement(marks);
  const specs: SectionSpec[] = [];
  const bySection = new Map<Section, SectionSpec & { children: SectionSpec[] }>();
  document.sections.forEach((section, index) => {
    const parent = section.parent && bySection.get(section.parent);
    const spec = {
      ...readSpec(document, section, marks[index] ?? fallback, (parent?.depth ?? -1) + 1),
      ...(parent && { parent }),
    };
    bySection.set(section, spec);
    parent?.children.push(spec);
    specs.push(spec);
  });
  const order = keyOf(document, 'lead');
  const lead = leadNames(
    order === undefined ? said : `Start with ${order}`,
    specs.map((spec) => spec.title),
  );
  // Of several with a title, the first counts.
  const byTitle = new Map(specs.map((spec) => [spec.title, spec] as const).reverse());
  return {
    name: keyOf(document, 'name') ?? stem(fileName),
    source: document.lines.map((line) => line.text).join('\n'),
    title: document.title ? withoutMark(document.title.text) : '',
    sections: specs.filter((spec) => !spec.parent),
    specs,
    fields: readFieldSpecs(document),
    lead: lead.flatMap((name) => byTitle.get(name) ?? []),
    tokens: readTokens(document),
    guidance: readGuidance(document),
    omitMarks: keyOf(document, 'suffixes') === 'omit' || saysOmitMarks(said),
    stepsWhenStarted: keyOf(document, 'steps') === 'when started' || saysStepsWhenStarted(fold(said)),
  };
}

/** A whole-template directive: the front matter key `design-docs-NAME`. */
function keyOf(document: Document, name: string): string | undefined {
  return findField(document.fields, [`design-docs-${name}`])?.value;
}

function stem(fileName: string): string {
  const base = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return base.replace(/[-_. ]*template[-_. ]*/i, '-').replace(/^-|-$/g, '') || base;
}

/** What the template says to its author: instruction regions, comments and paragraphs. */
function proseOf(document: Document): string {
  const lines = document.lines.map((line) => line.text);
  const regions = document.instructions.map((region) => regionText(lines, region));
  const blocks = [...walkBlocks(document.blocks)];
  const comments = blocks.filter((block) => block.kind === 'html').map((block) => fold(block.content));
  const prose = blocks.filter((block) => block.kind === 'paragraph').map((block) => fold(block.content));
  return [...regions, ...comments, ...prose].join('\n');
}

function readSpec(
  document: Document,
  section: Section,
  requirement: Requirement,
  depth: number,
): SectionSpec & { children: SectionSpec[] } {
  const title = withoutMark(section.heading.text);
  const body = bodyLines(document, section);
  const guidance = body.join('\n');
  const aliases = directives(document, section).filter(({ name }) => name === 'aliases');
  const limit = readLimit(guidance);
  const inTitle = findTokens(title).map((token) => token.text);
  return {
    title,
    name: section.heading.name,
    level: section.heading.level,
    depth,
    requirement,
    ...(limit && { limit }),
    aliases: aliases.flatMap(({ value }) => value.split(',').map((alias) => alias.trim())).filter(Boolean),
    repeatable: inTitle.length > 0 || section.heading.name.key === '' || isTitle(document, section),
    plan: speaksOfPlan(`${title}\n${guidance}`) && hasTasks(section.blocks),
    next: limit !== undefined && speaksOfNextSteps(`${title}\n${guidance}`),
    body,
    placeholders: [...inTitle, ...findTokens(guidance).map((token) => token.text)],
    children: [],
  };
}

/** True for a first section whose heading is a sample of a title: each document has its own. */
function isTitle({ title, sections }: Document, section: Section): boolean {
  return title === undefined && section === sections[0] && isTitleSample(section.heading.text);
}

function hasTasks(blocks: readonly Block[]): boolean {
  for (const block of walkBlocks(blocks)) if (block.box?.task) return true;
  return false;
}

/** A section's own lines without its directives, the next section's, and instruction regions. */
function bodyLines(document: Document, section: Section): string[] {
  const dropped = new Set<number>();
  const drop = ({ start, end }: { start: number; end: number }): void => {
    for (let line = start; line < end; line++) dropped.add(line);
  };
  for (const block of section.blocks) if (isMarkComment(block) || directiveOf(block)) drop(block);
  for (const region of document.instructions) drop(region);
  const lines: string[] = [];
  for (let line = section.heading.endLine; line < section.bodyEnd; line++) {
    const text = document.lineAt(line)?.text.trimEnd() ?? '';
    const gap = text === '' && (lines.at(-1) ?? '') === '';
    if (!dropped.has(line) && !gap) lines.push(text);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function readTokens(document: Document): TokenSet {
  const plain = new Set<string>();
  const code = new Set<string>();
  const texts = [...walkBlocks(document.blocks)].map((block) => (block.kind === 'html' ? '' : block.content));
  texts.push(...document.fields.map((field) => field.value));
  for (const block of document.blocks) {
    if (block.kind === 'table')
      texts.push(...document.lines.slice(block.start, block.end).map((line) => line.text));
    if (block.kind === 'html' && !block.content.trim().startsWith('<!--')) texts.push(block.content);
  }
  for (const text of texts) for (const token of findTokens(text)) (token.code ? code : plain).add(token.text);
  return { plain, code };
}
