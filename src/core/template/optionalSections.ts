/** Which sections of a template a new document does without. */

import type { Document, Section } from '../document/document';
import { parseDocument } from '../document/document';
import type { Block } from '../markdown/markdown';
import { isComment } from '../markdown/markdown';
import type { RequirementKind } from '../markdown/marks';
import type { Region } from '../text/regions';
import { isLicenceSection } from './keptText';
import { pairsAreWhole } from './pairedText';
import { sectionReferences } from './sectionReferences';
import { selectTemplate } from './select';
import type { Template } from './template';
import { markOf } from './templateMarks';
import { withoutTemplateParts } from './templateParts';

/**
 * The lines of the sections that the template calls optional. What stays may link to none of them; licences stay, and
 * so does what stands at the end for the whole document. Nothing is left out if nothing would remain, or if the
 * document would no longer be seen to follow the template.
 */
export function optionalLines(document: Document, template: Template): Region[] {
  const end = endOfSections(document);
  const staying = stayingSections(document, template, end);
  const leftOut = document.sections.filter(
    (section) => !staying.has(section) && (!section.parent || staying.has(section.parent)),
  );
  if (leftOut.length === 0 || [...staying].every(isLicence)) return [];
  const comments = new Map(document.blocks.filter(isComment).map((block) => [block.end, block.start]));
  const regions = leftOut.map((section) => ({
    start: firstLine(section, comments),
    end: Math.min(section.end, end),
  }));
  const whole = regions.filter((region) => pairsAreWhole(document, region));
  return isFollowing(withoutTemplateParts(document, whole), template) ? whole : [];
}

function isFollowing(text: string, template: Template): boolean {
  return selectTemplate(parseDocument(text), [template]) !== undefined || !isFollowed(template);
}

/** True if a document with all sections is one that follows the template. */
function isFollowed(template: Template): boolean {
  return selectTemplate(parseDocument(template.source), [template]) !== undefined;
}

/** The sections that stay: those that are not optional, what they lie in, and what they refer to. */
function stayingSections(document: Document, template: Template, end: number): ReadonlySet<Section> {
  const { sections } = document;
  const kinds = sections.map((section) => markOf(document, section)?.kind);
  const kindOf = new Map(sections.map((section, at) => [section, kinds[at]]));
  const fallback = new Map(sections.map((section, at) => [section, template.specs[at]?.requirement.kind]));
  // The sections that have required ones in them; undefined stands for the document.
  const demanding = new Set(sections.filter((_, at) => kinds[at] === 'required').map(({ parent }) => parent));
  const references = sectionReferences(document, end);
  const staying = new Set<Section>();
  const open: Section[] = [...(references.get(undefined) ?? [])];
  const stay = (section: Section): void => {
    if (staying.has(section)) return;
    staying.add(section);
    open.push(...(references.get(section) ?? []));
    if (section.parent) stay(section.parent);
    // What carries no mark of its own shares the fate of the section that it lies in.
    for (const child of section.children) if (!isOptional(child)) stay(child);
  };
  const isOptional = (section: Section): boolean => {
    if (isLicence(section)) return false;
    const own = kindOf.get(section);
    if (own) return own === 'optional';
    return fallback.get(section) === 'optional' && demanding.has(section.parent);
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

/** Where a section starts: comments that touch its heading belong to it. */
function firstLine({ start }: Section, comments: ReadonlyMap<number, number>): number {
  let first = start;
  for (let above = comments.get(first); above !== undefined; above = comments.get(first)) first = above;
  return first;
}

/**
 * The line after the last section's own text. A rule with text below it, such as a licence, and definitions of links at
 * the end are the whole document's.
 */
export function endOfSections(document: Document): number {
  const last = document.sections.at(-1);
  if (!last) return document.lines.length;
  const own = last.blocks.filter(({ kind }) => kind !== 'definition');
  const rule = own.findLastIndex((block) => block.kind === 'rule');
  const after = own.slice(rule + 1);
  const closing = own[rule];
  if (closing && after.length > 0 && after.every(isClosing)) return closing.start;
  const end = own.at(-1)?.end ?? last.heading.endLine;
  return document.lines.slice(end).some(({ text }) => text.trim() !== '') ? end : document.lines.length;
}

function isClosing({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'html' || kind === 'rule';
}
