/** Creates a new document: the text of the template with known values filled in. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import type { Template } from '../template/template';
import { withoutTemplateParts } from '../template/templateParts';
import type { Draft, OffsetRange } from './draft';
import { fillIn, linesBetween } from './draft';
import type { DocumentValues } from './fieldValue';
import { fieldFills } from './fillFields';
import { preambleFills, sectionFills } from './fillSections';
import { titleFills } from './fillTitle';
import { anchorFills, headingsOf } from './followAnchors';
import { optionalLines } from './optionalSections';
import { withHeaderOf } from './recordHeader';
import { tabStops } from './tabStops';

/** The values and options for a new document. */
export interface NewDocument extends DocumentValues {
  /** Include the optional sections. */
  readonly optional?: boolean | undefined;
  /** The text of a record whose header is copied. */
  readonly like?: string | undefined;
}

/** The text of a new document, and the ranges that the author should replace, in order. */
export interface Scaffold {
  readonly text: string;
  readonly stops: readonly OffsetRange[];
}

/**
 * Creates the text of a new document. It keeps everything in the template but the parts about the template itself. Line
 * endings are `\n`, and the text ends with one.
 */
export function scaffold(template: Template, { optional, like, ...values }: NewDocument): Scaffold {
  const source = parseDocument(like === undefined ? template.source : withHeaderOf(template.source, like));
  const omitted = optional ? [] : optionalLines(source, template);
  const draft = filledIn(withoutTemplateParts(source, omitted), values);
  const omittedLines = new Set(omitted.flatMap(({ start, end }) => linesBetween(start, end)));
  const kept = headingsOf(source).filter(({ line }) => !omittedLines.has(line));
  const followed = fillIn(draft, anchorFills(source, kept, parseDocument(draft.text)));
  return { text: followed.text, stops: tabStops(parseDocument(followed.text), template, followed) };
}

function filledIn(text: string, values: DocumentValues): Draft {
  const document: Document = parseDocument(text);
  const fills = [
    ...fieldFills(document, values),
    ...titleFills(document, values),
    ...preambleFills(document, values),
    ...sectionFills(document, values),
  ];
  return fillIn({ text, filled: [] }, fills);
}
