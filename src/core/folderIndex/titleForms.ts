/** The forms in which an index has the title of a document: whole, without its number, and without "Design:". */

import { nameKey } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';
import type { IndexedDocument } from './indexedDocument';

/** The start of a title or of a cell that may be the number of its document: "3. ", "ADR-0003: ", "RFC 3 - ". */
interface Start {
  /** What is before the digits, such as "ADR-". */
  readonly lead: string;
  readonly digits: string;
  readonly gap: string;
  readonly rest: string;
}

const NUMBERED =
  /^([^\p{L}\d]{0,3}(?:\p{L}{1,12}[^\p{L}\d]{0,3})?)(\d{1,9})(?![\d\p{L}]|[.:–—-]\d)([ \t]*(?:\\?[.:)\]](?!\d))?[ \t.:)–—-]*)(.*)$/u;
const LABEL = /^[^:：]{1,30}[:：][ \t]*/u;
/** "RFC 3 - " in front of a title whose file has another number, or none. */
const OTHER_NUMBER = /^[^\p{L}\d]{0,3}(?:\p{L}{1,12}[ -]?)?\d{1,9}[ \t]*(?:[.:)–—](?!\d)|[ \t]-[ \t])[ \t]*/u;
/** Words for a kind of document: a number behind one is no part of a title's words. */
const KIND = new RegExp(String.raw`^[^\p{L}\d]*(?:${vocabulary.numberedKinds.join('|')})[^\p{L}\d]*$`, 'iu');

/** The number that a text starts with, alone or behind one word; undefined if it starts with none. */
export function readStart(text: string): Start | undefined {
  const [, lead = '', digits = '', gap = '', rest = ''] = NUMBERED.exec(text) ?? [];
  return digits === '' ? undefined : { lead, digits, gap, rest };
}

/** The title of a document without the number of the document in front of it. */
export function plainTitle({ title, number }: IndexedDocument, other?: IndexedDocument): string {
  const start = readStart(title);
  if (!start || start.rest === '') return title;
  const isOwn = Number(start.digits) === number;
  const isSure = isOwn ? isNumber(start) : start.lead === '' && /^[.)]/.test(start.gap);
  return isSure || (isOwn && other !== undefined && startsAlike(start, other)) ? start.rest : title;
}

/** True for the number of the document at the start of its title; "2 queues" and "Phase 2: Queues" may be all title. */
function isNumber({ lead, digits, gap }: Start): boolean {
  const isApart = /[.:)\]–—]|[ \t]-/.test(gap);
  return /\p{L}/u.test(lead)
    ? digits.startsWith('0') || (isApart && KIND.test(lead))
    : isApart || digits.startsWith('0');
}

/** True if the title of another document starts with its number in the same way, so that both are no chance. */
function startsAlike({ lead, gap }: Start, { title, number }: IndexedDocument): boolean {
  const other = readStart(title);
  return other?.lead === lead && other.gap === gap && other.rest !== '' && Number(other.digits) === number;
}

/** The title of `added` in the form in which `text`, without a number of its own, has that of `known`. */
export function likeTitle(text: string, known: IndexedDocument, added: IndexedDocument): string | undefined {
  const key = titleKey(text);
  if (key === '') return undefined;
  const [own, other] = [plainTitle(known, added), plainTitle(added, known)];
  if (titleKey(own) === key) return other;
  for (const pattern of [LABEL, OTHER_NUMBER]) {
    const [cut, like] = [without(pattern, own), without(pattern, other)];
    const isLike = digitless(cut.start) === digitless(like.start);
    if (titleKey(cut.rest) === key) return isLike ? like.rest : other;
    // "Design: 3. Queues"
    const behind = plainTitle({ ...known, title: cut.rest });
    if (titleKey(behind) === key) return isLike ? plainTitle({ ...added, title: like.rest }) : other;
  }
  return undefined;
}

/** True if a text is the whole title of a document, with whatever number. */
export function isWholeTitle(text: string, { title }: IndexedDocument): boolean {
  return titleKey(text) !== '' && titleKey(text) === titleKey(title);
}

/** True if a text that is nothing but a start is a number: "ADR 3", "TDR-3", "Note 003"; "Python 3" may be anything. */
export function isOnlyNumber({ lead, digits, rest }: Start): boolean {
  if (rest !== '') return false;
  return !/\p{L}/u.test(lead) || digits.startsWith('0') || /[-#]$/.test(lead) || KIND.test(lead);
}

/** True if a text is among the words of a title: "HTTP-2" of "Move to HTTP-2". */
export function isInTitle(text: string, known: IndexedDocument, added: IndexedDocument): boolean {
  return titleKey(plainTitle(known, added)).includes(titleKey(text));
}

function without(pattern: RegExp, title: string): { readonly start: string; readonly rest: string } {
  const start = pattern.exec(title)?.[0] ?? '';
  return { start, rest: title.slice(start.length) };
}

function digitless(text: string): string {
  return text.replace(/\d+/g, '0').trim().toLowerCase();
}

/** The key of a title, in which a number at its start counts. */
function titleKey(title: string): string {
  return nameKey(`: ${title}`);
}
