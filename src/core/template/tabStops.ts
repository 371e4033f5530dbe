/** The ranges of a new document that its author should replace, for tab stops in the editor. */

import type { Document, Section } from '../document/document';
import { readAllLeaves } from '../document/leafText';
import type { Block } from '../markdown/markdown';
import { isComment, walkBlocks } from '../markdown/markdown';
import { findTokens, isLeftover } from '../markdown/tokens';
import type { Draft, OffsetRange } from './draft';
import { offsetsOf } from './draft';
import { valuePlaces } from './fillFields';
import { isLicenceSection, isStatusSection } from './keptText';
import { comparedText } from './normalizedText';
import { endOfSections } from './optionalSections';
import type { Template } from './template';
import { readFieldSpecs } from './templateFields';

/**
 * The ranges of placeholders, masked fields, guidance and guessed fills, in order, without overlaps and other fills.
 */
export function tabStops(document: Document, template: Template, { filled }: Draft): OffsetRange[] {
  const end = endOfSections(document);
  const places = [
    ...fieldStops(document),
    ...tokenStops(document, template),
    ...document.sections.flatMap((section) => guidanceStops(document, section, template, end)),
    ...filled.filter(({ guess }) => guess),
  ];
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  const certain = filled.filter(({ guess }) => !guess);
  const stops: OffsetRange[] = [];
  let next = 0;
  for (const { start, end } of places) {
    if (start >= end || start < (stops.at(-1)?.end ?? 0)) continue;
    while ((certain[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if ((certain[next]?.start ?? Number.POSITIVE_INFINITY) >= end) stops.push({ start, end });
  }
  return stops;
}

/** The values of masked fields and authors on one line. In values of several lines only the placeholders are stops. */
function fieldStops(document: Document): OffsetRange[] {
  const placeOf = valuePlaces(document);
  const specs = new Map(readFieldSpecs(document).map((spec) => [spec.name, spec]));
  return document.fields.flatMap((field) => {
    const spec = specs.get(field.name);
    const isOpen = spec?.masked || (spec?.role === 'author' && spec.value !== '');
    return isOpen && field.endLine === field.line + 1 ? [placeOf(field)] : [];
  });
}

/** The tokens that a rule would report as left over. */
function tokenStops(document: Document, template: Template): OffsetRange[] {
  const offsetOf = offsetsOf(document);
  return readAllLeaves(document.lines, document.allBlocks).flatMap((leaf) => {
    const first = offsetOf({ line: leaf.line, character: 0 });
    return findTokens(leaf.text, leaf.spans)
      .filter((token) => isLeftover(leaf.code ? { ...token, code: true } : token, template.tokens))
      .map(({ start, end }) => ({ start: first + start, end: first + end }));
  });
}

/** The blocks of guidance in a section. If there are comments with guidance, only they count. */
function guidanceStops(document: Document, section: Section, template: Template, end: number): OffsetRange[] {
  const { name } = section.heading;
  if (isLicenceSection(name) || isStatusSection(name)) return [];
  const candidates = section.blocks.filter((block) => block.start < end);
  const comments = candidates.filter((block) => isComment(block) && isGuidance(block, template));
  const blocks = comments.length > 0 ? comments : candidates.filter(isProse);
  const offsetOf = offsetsOf(document);
  return blocks.map((block) => {
    const first = document.lineAt(block.start)?.text ?? '';
    const last = document.lineAt(block.end - 1)?.text ?? '';
    return {
      start: offsetOf({ line: block.start, character: first.length - first.trimStart().length }),
      end: offsetOf({ line: block.end - 1, character: last.trimEnd().length }),
    };
  });
}

function isGuidance({ content }: Block, { guidance }: Template): boolean {
  return guidance.own.has(comparedText(content));
}

/** A label in bold, not a sentence. */
const LABEL = /^(\*\*|__)[^*_]*[^*_.!?]\1:?$/;

/** Paragraphs, quotes and lists without tasks and tokens. */
function isProse(block: Block): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'list' && block.kind !== 'quote') return false;
  if (LABEL.test(block.content.trim())) return false;
  return [block, ...walkBlocks(block.children)].every(
    ({ box, content }) => !box && findTokens(content).length === 0,
  );
}
