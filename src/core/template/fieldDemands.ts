/** What a template says about a field that documents may leave out: in its name, its value and the comments about it. */

import type { Document } from '../document/document';
import type { Field } from '../document/fields/fields';
import { fieldKey } from '../document/fields/fields';
import { narrow } from '../text/unicode';
import marks from '../vocabulary/marks.json';
import vocabulary from '../vocabulary/vocabulary.json';

/** Text which says that a field is optional. */
const WAIVED =
  /\bif (?:applicable|any|needed|necessary|relevant|known|available|appropriate)\b|\boptional\b|\bonly (?:when|if|required|needed|for)\b|\b(?:else|otherwise)\b[^.]{0,40}\b(?:remove|delete|omit|leave out)\b|\blater\b|\bleave (?:this |it )?(?:empty|blank)\b|\bwill (?:be|contain|have|hold)\b|\bto be (?:added|appointed|assigned|decided|determined|filled|nominated)\b|\bfilled (?:in )?(?:after|by|once|when)\b/i;
/** The words for "optional" in parentheses or alone, in lower case. */
const OPTIONAL = new RegExp(`(?:^|[\\s(\\[（#:,;-])(?:${marks.optional.join('|')})(?:$|[\\s)\\].,:;!-])`);
/** A comment in front matter about several keys. */
const ABOUT_KEYS =
  /\b(?:these|those|all|following|below|fields|keys|elements|entries|metadata|front ?matter)\b/i;
/** Fields that relate a document to another one, such as "Supersedes". */
const RELATIONS: ReadonlySet<string> = new Set(vocabulary.relations.map(fieldKey));
/** A value that says that there is none. */
const NOTHING = /^(?:n\/a|none|nil|[-–—]+)$/i;
/** The path of a file in a folder, also in quotes: with an extension, or from the root. */
const EXAMPLE_PATH = /^["'`“<]*(?:\.{0,2}\/[^\s"'`”>]+|[^\s"'`”>:]*\/[^\s"'`”>]*\.\w{1,5})["'`”>]*$/;

/**
 * True if the name, the value or a comment of a field says that it is optional. A field whose value mentions the template
 * describes the template's own file, and few documents have a relation such as "Supersedes" to another one.
 */
export function isWaived(document: Document, field: Field): boolean {
  if (RELATIONS.has(fieldKey(field.name))) return true;
  const own = `${field.name} ${field.value} ${field.remark ?? ''}`;
  return saysOptional(own) || /\btemplate\b/i.test(own) || saysOptional(remarkAbove(document, field));
}

/**
 * The line of a comment in front matter that makes all keys below it optional, such as "# These elements are optional";
 * infinite if there is none.
 */
export function waivingLine({ frontMatter, lines }: Document): number {
  const { start, end } = frontMatter ?? { start: 0, end: 0 };
  const at = lines
    .slice(start, end)
    .findIndex(({ text }) => /^[ \t]*#/.test(text) && ABOUT_KEYS.test(text) && saysOptional(text));
  return at < 0 ? Number.POSITIVE_INFINITY : start + at;
}

/**
 * True if the template leaves the value of a field empty, or has "N/A" or a dash in its place. A comment of YAML or TOML
 * behind it is help for the author; a comment of Markdown stands for the value.
 */
export function isLeftEmpty({ value, remark = '', style }: Field): boolean {
  const isHelp = style === 'yaml' || style === 'toml';
  return (value === '' || NOTHING.test(value)) && (remark === '' || isHelp);
}

/** True for one or several paths of files, which are examples for the author's files. */
export function isExamplePath({ value, items }: Field): boolean {
  const paths = items?.map((item) => item.value) ?? value.split(/,[ \t]*/);
  return paths.length > 0 && paths.every((path) => EXAMPLE_PATH.test(path));
}

/** The text of the comments right above a field, which speak of it. */
function remarkAbove(document: Document, { line, style }: Field): string {
  const comment = style === 'yaml' || style === 'toml' ? /^[ \t]*#/ : /^[ \t]*<!--.*-->[ \t]*$/;
  const remarks: string[] = [];
  for (let at = line - 1; comment.test(document.lineAt(at)?.text ?? ''); at--) {
    remarks.unshift(document.lineAt(at)?.text ?? '');
  }
  return remarks.join(' ');
}

/** True for text which says that something is optional, in any of the languages of the vocabulary. */
function saysOptional(text: string): boolean {
  if (WAIVED.test(text)) return true;
  const lower = narrow(text).toLowerCase();
  return marks.conditions.some((condition) => lower.includes(condition)) || OPTIONAL.test(lower);
}
