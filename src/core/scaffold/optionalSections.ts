/** Selects the optional sections of a template, which a new document omits by default. */

import type { Document, Section } from '../document/document';
import { parseDocument } from '../document/document';
import type { Block } from '../markdown/markdown';
import { isComment } from '../markdown/markdown';
import type { RequirementKind } from '../markdown/marks';
import { isLicenceSection } from '../template/keptText';
import { selectTemplate } from '../template/select';
import type { Template } from '../template/template';
import { markOf } from '../template/templateMarks';
import { withoutTemplateParts } from '../template/templateParts';
import type { Region } from '../text/regions';
import { pairsAreWhole } from './pairedText';
import { sectionReferences } from './sectionReferences';

/**
 * The lines of the optional sections that a new document can omit. It keeps sections to which the remaining text links,
 * licences, and the text for the whole document at its end. Empty if no section but licences would remain, or if the
 * template would no longer be selected for the document.
 */
export function optionalLines(document: Document, template: Template): Region[] {
  const end = endOfSections(document);
  const staying = stayingSections(document, template, end);
  const omitted = document.sections.filter(
    (section) => !staying.has(section) && (!section.parent || staying.has(section.parent)),
  );
  if (omitted.length === 0 || [...staying].every(isLicence)) return [];
  const comments = new Map(document.blocks.filter(isComment).map((block) => [block.end, block.start]));
  const regions = omitted.map((section) => ({
    start: firstLine(section, comments),
    end: Math.min(section.end, end),
  }));
  const whole = regions.filter((region) => pairsAreWhole(document, region));
  return isFollowing(withoutTemplateParts(document, whole), template) ? whole : [];
}

function isFollowing(text: string, template: Template): boolean {
  return selectTemplate(parseDocument(text), [template]) !== undefined || !isFollowed(template);
}

/** True if the template is selected for a document with all its sections. */
function isFollowed(template: Template): boolean {
  return selectTemplate(parseDocument(template.source), [template]) !== undefined;
}

/** The sections that stay: those that are not optional, the sections around them, and those that they refer to. */
function stayingSections(document: Document, template: Template, end: number): ReadonlySet<Section> {
  const { sections } = document;
  const kinds = sections.map((section) => markOf(document, section)?.kind);
  const kindOf = new Map(sections.map((section, at) => [section, kinds[at]]));
  const fallback = new Map(sections.map((section, at) => [section, template.specs[at]?.requirement.kind]));
  // The parents of required sections; undefined is the document.
  const parentsOfRequired = new Set(
    sections.filter((_, at) => kinds[at] === 'required').map(({ parent }) => parent),
  );
  const references = sectionReferences(document, end);
  const staying = new Set<Section>();
  const open: Section[] = [...(references.get(undefined) ?? [])];
  const stay = (section: Section): void => {
    if (staying.has(section)) return;
    staying.add(section);
    open.push(...(references.get(section) ?? []));
    if (section.parent) stay(section.parent);
    // A sub-section without a mark of its own stays if its parent stays.
    for (const child of section.children) if (!isOptional(child)) stay(child);
  };
  const isOptional = (section: Section): boolean => {
    if (isLicence(section)) return false;
    const own = kindOf.get(section);
    if (own) return own === 'optional';
    return fallback.get(section) === 'optional' && parentsOfRequired.has(section.parent);
  };
  for (const section of sections) {
    const independent = !section.parent || isLicence(section) || isDemanded(kindOf.get(section));
    if (independent && !isOptional(section)) stay(section);
  }
  for (let next = open.pop(); next; next = open.pop()) stay(next);
  return staying;
}

function isDemanded(kind: RequirementKind | undefined): boolean {
  return kind !== undefined && kind !== 'optional';
}

function isLicence({ heading }: Section): boolean {
  return isLicenceSection(heading.name);
}

/** The first line of a section, including comments that touch its heading. */
function firstLine({ start }: Section, comments: ReadonlyMap<number, number>): number {
  let first = start;
  for (let above = comments.get(first); above !== undefined; above = comments.get(first)) first = above;
  return first;
}

/**
 * The line after the text of the last section. A rule with text below it, such as a licence, and link reference
 * definitions at the end belong to the whole document.
 */
export function endOfSections(document: Document): number {
  const last = document.sections.at(-1);
  if (!last) return document.lines.length;
  const content = last.blocks.filter(({ kind }) => kind !== 'definition');
  const ruleAt = content.findLastIndex((block) => block.kind === 'rule');
  const after = content.slice(ruleAt + 1);
  const rule = content[ruleAt];
  if (rule && after.length > 0 && after.every(isClosing)) return rule.start;
  const end = content.at(-1)?.end ?? last.heading.endLine;
  return document.lines.slice(end).some(({ text }) => text.trim() !== '') ? end : document.lines.length;
}

function isClosing({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'html' || kind === 'rule';
}
