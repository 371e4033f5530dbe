/** Gives a document another number: the name of its file, its title, and all links to it. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { readAddress } from '../document/links/address';
import { documentLink, readIndexRows } from '../document/links/indexRows';
import { readLinks } from '../document/links/links';
import { addressEdit } from '../edits/address';
import { numberOf, readFileNumber } from '../folder/fileNumber';
import { cellsOf } from '../markdown/tables';
import { lastName, pathFrom } from '../text/paths';
import type { TextEdit } from '../text/text';
import { comparePositions, range } from '../text/text';

/** The new name of a file in its folder. Paths are relative to the root of the repository, with `/`. */
export interface Renumbering {
  readonly path: string;
  readonly name: string;
}

/**
 * The name of a file with another number, as wide as its own and without a suffix that shares the old one (`0027-2-a.md`);
 * in front of the name if it has none.
 */
export function renumberedName(name: string, number: string): string {
  const own = readFileNumber(name);
  if (own === undefined) return `${number}-${name}`;
  const rest = name.slice(own.prefix.length + own.digits.length);
  return own.prefix + padded(number, own.digits) + rest.replace(/^-[2-9](?=[-_. ])/, '');
}

/**
 * The edits of the document at `place` for the new name: its links, the number beside them in lists and tables, and in the
 * renumbered document itself the number at the start of its title.
 */
export function renumberEdits(text: string, place: string, renumbering: Renumbering): TextEdit[] {
  // Few documents name another one, and its number is in every link to it.
  if (!text.includes(readFileNumber(lastName(renumbering.path))?.digits ?? '')) return [];
  const document = parseDocument(text);
  const own = place === renumbering.path ? titleEdits(document, renumbering) : [];
  return [...own, ...linkEdits(document, place, renumbering), ...rowEdits(document, place, renumbering)].sort(
    (a, b) => comparePositions(a.range.start, b.range.start),
  );
}

function titleEdits(document: Document, { path, name }: Renumbering): TextEdit[] {
  if (!document.title) return [];
  const { start, end } = document.title.range;
  const text = document.lineAt(start.line)?.text.slice(start.character, end.character) ?? '';
  return numberEdits(text, start.line, start.character, path, name);
}

function linkEdits(document: Document, place: string, { path, name }: Renumbering): TextEdit[] {
  return readLinks(document).flatMap((link) => {
    const address = readAddress(link.target);
    if (!address || !leadsTo(place, address.path, path)) return [];
    const folder = address.path.slice(0, address.path.length - lastName(address.path).length);
    return addressEdit(document, link, address, 'path', folder + name)?.edit ?? [];
  });
}

/** The edits of the number in front of a link, in its label, or in a cell before it. Behind it, a number may be any. */
function rowEdits(document: Document, place: string, { path, name }: Renumbering): TextEdit[] {
  return readIndexRows(document).flatMap((row) => {
    if (!leadsTo(place, row.path, path)) return [];
    const text = document.lineAt(row.line)?.text ?? '';
    const link = documentLink(text)?.end ?? 0;
    const cells = row.kind === 'row' ? cellsOf(text) : [{ start: 0, end: text.length }];
    return cells
      .filter(({ start }) => start < link)
      .flatMap(({ start, end }) => labelEdits(text.slice(start, end), row.line, start, path, name));
  });
}

function leadsTo(place: string, target: string, path: string): boolean {
  return target !== '' && pathFrom(place, target).replace(/^\//, '') === path;
}

/** The number that a cell or an item starts with, behind a marker, or that the label of its link starts with. */
function labelEdits(text: string, line: number, from: number, path: string, name: string): TextEdit[] {
  const lead = /^[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?[*_`]*\[?/.exec(text)?.[0].length ?? 0;
  return numberEdits(text.slice(lead), line, from + lead, path, name);
}

/** What ends a number that stands for the document: "7.", "7:", "7 –", "7]" or nothing, but not "7.5", "7-day" or "7 of". */
const END = String.raw`(?=[ \t]*(?:[.:)](?!\d)|[–—]|\]|$)|[ \t]+-[ \t])`;
/**
 * A number with zeros in front, behind a word or not; one without; and one behind a word, which needs a sign behind it.
 */
const NUMBERS = [
  /^(#?|\p{L}{1,12}[ \t-]?#?)(0\d{1,8})(?![\d\p{L}])/u,
  new RegExp(String.raw`^(#?|\p{L}{1,12}[-#])([1-9]\d{0,8})${END}`, 'u'),
  /^(\p{L}{1,12}[ \t])([1-9]\d{0,8})(?=[ \t]*(?:[.:)](?!\d)|[–—]))/u,
];

/** The edit of the number at the start of a text, perhaps behind a word as in "ADR-0012", if it is the document's. */
function numberEdits(text: string, line: number, from: number, path: string, name: string): TextEdit[] {
  const [, lead = '', digits = ''] = NUMBERS.map((pattern) => pattern.exec(text)).find(Boolean) ?? [];
  const number = numberOf(name);
  if (digits === '' || number === undefined || Number(digits) === number) return [];
  if (Number(digits) !== numberOf(lastName(path))) return [];
  const start = from + lead.length;
  const newText = digits.startsWith('0') ? padded(String(number), digits) : String(number);
  return [{ range: range(line, start, line, start + digits.length), newText }];
}

function padded(number: string, like: string): string {
  return String(Number(number)).padStart(like.length, '0');
}
