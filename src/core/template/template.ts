/**
 * A template: a Markdown file read as a schema. The code knows the grammar of templates, which docs/templates.md
 * describes, but no section of any of them.
 */

import type { Document, Section } from '../document/document';
import { findField } from '../document/fields/fields';
import { isSyntaxIn } from '../document/tokenContext';
import { isComment, walkBlocks } from '../markdown/markdown';
import type { Requirement } from '../markdown/marks';
import { withoutMark } from '../markdown/marks';
import type { TokenSet } from '../markdown/tokens';
import { findTokens, fold } from '../markdown/tokens';
import type { Name } from '../text/names';
import { nameKey } from '../text/names';
import { regionText } from '../text/regions';
import { templateDocument } from './fencedTemplate';
import type { GuidanceTexts } from './guidance';
import { readGuidance } from './guidance';
import { inferredRequirements } from './inferred';
import { withKnownMarks } from './ownMarks';
import { patternSections, unmarkedIn } from './patterns';
import { namesNextSteps, namesPlan } from './planWords';
import type { FieldSpec } from './templateFields';
import { readFieldSpecs } from './templateFields';
import { directiveOf, directives, isMarkComment, markOf, unmarkedRequirement } from './templateMarks';
import type { Limit } from './templateText';
import { leadNames, readLimit, saysKeepAll, saysOmitMarks, saysStepsWhenStarted } from './templateText';
import { readTitleSample } from './titleSamples';

/** What a template specifies for a section. */
export interface SectionSpec {
  /** The heading without its mark. */
  readonly title: string;
  /** The title, parsed for comparison. */
  readonly name: Name;
  /** The number of sections around it. */
  readonly depth: number;
  readonly level: number;
  readonly requirement: Requirement;
  /** The template says so itself, by a mark: it is neither the usual nor an inferred requirement. */
  readonly isMarked: boolean;
  /** The number of list items that the guidance asks for. */
  readonly limit?: Limit;
  /** Other names that documents may give the section. */
  readonly aliases: readonly string[];
  /** The heading is a pattern for any number of sections: it contains a placeholder, or counts. */
  readonly repeatable: boolean;
  /** The section is a plan: its tasks are milestones and steps. */
  readonly plan: boolean;
  /** The section lists the next steps, in addition to the plan. */
  readonly next: boolean;
  /** The lines to insert for the body, without marks, directives and instruction regions. */
  readonly body: readonly string[];
  /** The tokens of the heading and the body, in order. */
  readonly placeholders: readonly string[];
  readonly parent?: SectionSpec;
  readonly children: readonly SectionSpec[];
}

/** A template. It is immutable. */
export interface Template {
  readonly name: string;
  /** The file in the workspace, relative to its root with `/`; undefined for a bundled template. */
  readonly path?: string;
  /** The template ships with the product. */
  readonly bundled?: boolean;
  /** The text of the template with `\n` as line endings, from which new documents are created. */
  readonly source: string;
  /** The text of the title with its placeholders; empty if the template has no title. */
  readonly title: string;
  /** The title if it is a sample that no document should keep; else empty. */
  readonly titleSample: string;
  /** The outermost sections. */
  readonly sections: readonly SectionSpec[];
  /** All sections, parents before children, in the template's order. */
  readonly specs: readonly SectionSpec[];
  readonly fields: readonly FieldSpec[];
  /** The status values that a directive lists, in their order. */
  readonly statuses: readonly string[];
  /** The lead group: the sections that come first, in their order. */
  readonly lead: readonly SectionSpec[];
  readonly tokens: TokenSet;
  /** The texts below the headings. */
  readonly guidance: GuidanceTexts;
  /** Documents should not keep the requirement marks of headings. */
  readonly omitMarks: boolean;
  /** Documents keep all sections under the template's names: its text demands it, not only its headings. */
  readonly keepsAll: boolean;
  /** The steps of a milestone are written only when it starts. */
  readonly stepsWhenStarted: boolean;
}

/**
 * Reads a Markdown text, or the template that it shows as a fenced block, as a template; it never fails. The name is from
 * front matter, else from `fileName`.
 */
export function readTemplate(text: string, fileName: string): Template {
  const document = templateDocument(withKnownMarks(text));
  const prose = proseOf(document);
  const marks = document.sections.map((section) => markOf(document, section));
  const patterns = patternSections(document);
  const fallback = unmarkedRequirement(marks);
  const keepsAll = keyOf(document, 'sections') === 'keep' || saysKeepAll(fold(prose));
  const inferred =
    fallback.kind === 'required' && !keepsAll ? inferredRequirements(document, marks) : undefined;
  const plans = new Set(listOf(document, 'plan', ',').map(nameKey));
  const specs: SectionSpec[] = [];
  const bySection = new Map<Section, SectionSpec & { children: SectionSpec[] }>();
  document.sections.forEach((section, index) => {
    const parent = section.parent && bySection.get(section.parent);
    const spec = {
      ...readSpec(
        document,
        section,
        marks[index] ?? unmarkedIn(section, parent?.requirement, inferred?.get(section) ?? fallback),
        (parent?.depth ?? -1) + 1,
      ),
      isMarked: marks[index] !== undefined,
      repeatable: patterns.has(section),
      ...(plans.has(section.heading.name.key) && { plan: true }),
      ...(parent && { parent }),
    };
    bySection.set(section, spec);
    parent?.children.push(spec);
    specs.push(spec);
  });
  const order = keyOf(document, 'lead');
  const lead = leadNames(
    order === undefined ? prose : `Start with ${order}`,
    specs.map((spec) => spec.title),
  );
  // The list is reversed so that the first of several sections with the same title wins.
  const byTitle = new Map(specs.map((spec) => [spec.title, spec] as const).reverse());
  return {
    name: keyOf(document, 'name') ?? stem(fileName),
    source: document.lines.map((line) => line.text).join('\n'),
    title: document.title ? withoutMark(document.title.text) : '',
    titleSample: readTitleSample(document),
    sections: specs.filter((spec) => !spec.parent),
    specs,
    fields: readFieldSpecs(document),
    statuses: listOf(document, 'status', '|'),
    lead: lead.flatMap((name) => byTitle.get(name) ?? []),
    tokens: readTokens(document),
    guidance: readGuidance(document),
    omitMarks: keyOf(document, 'suffixes') === 'omit' || saysOmitMarks(prose),
    keepsAll,
    stepsWhenStarted: keyOf(document, 'steps') === 'when started' || saysStepsWhenStarted(fold(prose)),
  };
}

/** The value of a directive for the whole template: the front matter key `design-docs-NAME`. */
function keyOf(document: Document, name: string): string | undefined {
  return findField(document.fields, [`design-docs-${name}`])?.value;
}

/** The items in the value of a directive for the whole template. */
function listOf(document: Document, name: string, separator: string): string[] {
  const items = (keyOf(document, name) ?? '').split(separator);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The name of a file, or of the folder of a README, without the word "template" and the mask of a number. */
function stem(fileName: string): string {
  const [file = '', folder] = fileName.split(/[/\\]/).reverse();
  const base = file.replace(/\.[^.]*$/, '');
  const name = /^readme$/i.test(base) && folder ? folder : base;
  const kind = name.replace(/[-_. ]*template[-_. ]*/i, '-').replace(/^-|-$/g, '');
  return kind.replace(/^(?:N{3,}|X{3,}|0{3,})[-_. ]+/, '') || kind || name;
}

/** The text that the template addresses to authors: instruction regions, comments and paragraphs. */
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
): Omit<SectionSpec, 'repeatable' | 'isMarked'> & { children: SectionSpec[] } {
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
    plan: namesPlan(`${title}\n${guidance}`) && [...walkBlocks(section.blocks)].some(({ box }) => box?.task),
    next: limit !== undefined && namesNextSteps(`${title}\n${guidance}`),
    body,
    placeholders: [...inTitle, ...findTokens(guidance).map((token) => token.text)],
    children: [],
  };
}

/** A section's own lines without marks, instruction regions and directives, also those of the next section. */
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
  // Brackets around several items are a list, not a placeholder.
  const texts = document.fields.flatMap(({ items = [], value }) =>
    items.length > 1 ? items.map((item) => item.value) : [value],
  );
  for (const block of document.allBlocks) {
    if (block.kind === 'table')
      texts.push(...document.lines.slice(block.start, block.end).map((line) => line.text));
    else if (!isComment(block)) texts.push(block.content);
  }
  for (const text of texts) {
    for (const token of findTokens(text)) {
      if (!isSyntaxIn(document, token.text)) (token.code ? code : plain).add(token.text);
    }
  }
  return { plain, code };
}
