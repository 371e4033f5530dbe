/** A new document: the template's own text, with what is known filled in. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import type { Draft, Stretch } from './draft';
import { fillIn, linesBetween } from './draft';
import type { DocumentValues } from './fieldValue';
import { fieldFills } from './fillFields';
import { preambleFills, sectionFills } from './fillSections';
import { titleFills } from './fillTitle';
import { anchorFills, headingsOf } from './followAnchors';
import { optionalLines } from './optionalSections';
import { tabStops } from './tabStops';
import type { Template } from './template';
import { withoutTemplateParts } from './templateParts';

export interface NewDocument extends Omit<DocumentValues, 'number'> {
  /** Write the optional sections, too. */
  readonly optional?: boolean | undefined;
}

/** Text, and the stretches of it that the author is to type over: offsets, in order. */
export interface Scaffold {
  readonly text: string;
  readonly stops: readonly Stretch[];
}

/**
 * Writes a new document. All that the template has stays as it is but for what speaks of the template itself. Line
 * endings are `\n`; the text ends with one.
 */
export function scaffold(template: Template, { optional, ...given }: NewDocument): Scaffold {
  const number = /^\d+/.exec(given.fileName ?? '')?.[0];
  const values = { ...given, ...(number && { number }) };
  const source = parseDocument(template.source);
  const leftOut = optional ? [] : optionalLines(source, template);
  const draft = filledIn(withoutTemplateParts(source, leftOut), values);
  const gone = new Set(leftOut.flatMap(({ start, end }) => linesBetween(start, end)));
  const kept = headingsOf(source).filter(({ line }) => !gone.has(line));
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
