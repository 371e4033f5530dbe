/** Writes that a document supersedes another one, at both ends. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { findField } from '../document/fields/fields';
import { plainText } from '../document/plainText';
import { readSuccession } from '../document/succession';
import { readFileNumber } from '../folder/fileNumber';
import { ownName } from '../folder/ownName';
import { statusField } from '../status/stage';
import { isStatusSection } from '../template/keptText';
import { lastName } from '../text/paths';
import type { TextEdit } from '../text/text';
import vocabulary from '../vocabulary/vocabulary.json';
import { mayWrite } from './fieldPlace';
import { setStatus } from './header';
import { insertLines } from './insert';

/** One of the two documents, as seen from the other one. */
export interface Named {
  /** The path to its file from the other document. */
  readonly path: string;
  readonly text: string;
}

/**
 * The edits that set the status of a document to "Superseded by" with a link to its successor; empty if it has no status
 * that can be written, or is superseded already.
 */
export function supersededEdits(old: Document, successor: Named): TextEdit[] {
  const status = statusField(old);
  if (!status || readSuccession(old).supersededBy.length > 0) return [];
  const word = /^[^\p{L}]*\p{Ll}/u.test(status.value) ? 'superseded by' : 'Superseded by';
  const number = readFileNumber(ownName(successor.path))?.digits ?? 'this';
  for (const label of [titleOf(successor), number]) {
    const edits = setStatus(old, status, `${word} ${link(label, successor)}`);
    if (edits.length > 0) return edits;
  }
  return [];
}

/**
 * The edits that link a new document to the one that it supersedes: in a field for it, in its section about the status,
 * or else above its first section.
 */
export function supersedesEdits(document: Document, old: Named): TextEdit[] {
  const to = link(titleOf(old), old);
  const field = findField(document.fields, vocabulary.succession.fields);
  if (field && mayWrite(document, field) && field.style !== 'yaml' && field.style !== 'toml') {
    return [{ range: field.valueRange, newText: (field.value === '' ? ' ' : '') + to }];
  }
  const section = document.sections.find(({ heading }) => isStatusSection(heading.name));
  const last = section?.blocks.findLast(({ kind }) => kind === 'paragraph' || kind === 'list');
  const line = last?.end ?? section?.heading.endLine ?? document.sections[0]?.start ?? document.lineCount;
  return [insertLines(document, line, [`Supersedes ${to}`])];
}

/** The title of a document without what a link's text cannot have; its file name if it has none. */
function titleOf({ path, text }: Named): string {
  const { title, fields } = parseDocument(text);
  const named = title?.text ?? findField(fields, vocabulary.fields.title)?.value ?? '';
  return (
    plainText(named)
      .replace(/[[\]\\]/g, '')
      .trim() || lastName(path)
  );
}

function link(label: string, { path }: Named): string {
  return `[${label}](${encodeURI(path).replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`)})`;
}
