/** The ranges of a new document that its author should replace, for tab stops in the editor. */

import type { Document, Section } from '../document/document';
import { readAllLeaves } from '../document/leafText';
import type { Block } from '../markdown/markdown';
import { isComment, walkBlocks } from '../markdown/markdown';
import { findTokens, isLeftover } from '../markdown/tokens';
import { isLicenceSection, isMeantToStay, isStatusSection } from '../template/keptText';
import { comparedText } from '../template/normalizedText';
import type { Template } from '../template/template';
import { readFieldSpecs } from '../template/templateFields';
import { hasLetterOrDigit } from '../text/unicode';
import type { Draft, OffsetRange } from './draft';
import { offsetsOf } from './draft';
import { valuePlaces } from './fillFields';
import { endOfSections } from './optionalSections';

/**
 * The ranges of placeholders, masked fields, guidance and guessed fills, and the places of sections without text, in order,
 * without overlaps and other fills.
 */
export function tabStops(document: Document, template: Template, { filled }: Draft): OffsetRange[] {
  const end = endOfSections(document);
  const places = [
    ...fieldStops(document),
    ...tokenStops(document, template),
    ...document.sections.flatMap((section) => guidanceStops(document, section, template, end)),
    ...document.sections.flatMap((section) => emptyStop(document, section, end)),
    ...filled.filter(({ guess }) => guess),
  ];
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  const certain = filled.filter(({ guess }) => !guess);
  const stops: OffsetRange[] = [];
  let next = 0;
  for (const { start, end } of places) {
    if (start < (stops.at(-1)?.end ?? 0)) continue;
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
  const comments = candidates.filter(
    (block) => isComment(block) && (isGuidance(block, template) || isShortGuidance(block)),
  );
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

/** The place below a heading where the text of an empty section goes; a blank line below the heading stays above it. */
function emptyStop(document: Document, section: Section, end: number): OffsetRange[] {
  const { heading, blocks, children, bodyEnd } = section;
  const hasRoom = heading.endLine < bodyEnd && heading.line < end;
  if (!hasRoom || blocks.length > 0 || children.length > 0) return [];
  const line = Math.min(heading.endLine + 1, bodyEnd - 1);
  const at = offsetsOf(document)({ line, character: 0 });
  return [{ start: at, end: at }];
}

/** True for a comment such as `<!-- What hurts? -->`, which is too short to be told from other texts in an old document. */
function isShortGuidance({ content }: Block): boolean {
  return !isMeantToStay(content) && content.split(/\s+/).filter(hasLetterOrDigit).length > 1;
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
