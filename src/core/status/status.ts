/** Where the status of a document stands: in its front matter, a field, a section, or a YAML file beside it. */

import type { Document, Section } from '../document/document';
import { parseDocument } from '../document/document';
import type { Field } from '../document/fields/fields';
import { fieldKey } from '../document/fields/fields';
import { unreadField } from '../document/fields/unreadFields';
import type { Block } from '../markdown/markdown';
import { memoize } from '../query/memoize';
import { isStatusSection } from '../template/keptText';
import { allowedValues } from '../template/templateFields';
import { range } from '../text/text';
import vocabulary from '../vocabulary/vocabulary.json';
import { isBlankStatus, phraseOf, stageOfWords } from './statusWords';

const NAMES = vocabulary.fields.status;
const KEYS = NAMES.map(fieldKey);
/** A longer line below a heading "Status" is prose, unless it starts with a known status. */
const MAX_WORDS = 3;
const [MAX_LEVEL, MAX_SECTIONS] = [3, 12];

/**
 * The status in a document, as a field: the first with a value in front matter, header fields and a section, by any of
 * its names in the vocabulary. A status without a value is returned if there is no other.
 */
export const statusField = memoize((document: Document): Field | undefined => {
  const all = candidates(document);
  return all.find(({ value }) => hasStatus(value)) ?? all[0];
});

/** True if a status has a value that is not struck out and not the template's list of values to choose from. */
export function hasStatus(value: string): boolean {
  return !isBlankStatus(value) && !isUnchosen(value);
}

/** True for a list to choose from such as "Draft | Accepted | Rejected"; two values with a slash may both apply. */
function isUnchosen(value: string): boolean {
  const known = allowedValues(value).filter((word) => stageOfWords(word) !== undefined);
  return known.length > 2 || (known.length === 2 && value.includes('|'));
}

/** The status in a YAML file that describes a document; undefined if it has none. */
export function statusInYaml(text: string): string | undefined {
  const fenced = /^\uFEFF?---[ \t]*$/m.test(text.slice(0, 5)) ? text : `---\n${text}\n---\n`;
  return byName(parseDocument(fenced).fields).find(({ value }) => hasStatus(value))?.value;
}

function candidates(document: Document): Field[] {
  const isMatter = ({ style }: Field): boolean => style === 'yaml' || style === 'toml';
  const { fields } = document;
  const other = unreadField(document, NAMES);
  const section = sectionStatus(document);
  return [
    ...byName(fields.filter(isMatter)),
    ...byName(fields.filter((field) => !isMatter(field))),
    ...(section ? [section] : []),
    ...(other && stageOfWords(other.value) ? [other] : []),
  ];
}

/** The fields with a name of a status, in the order of the names; then those such as "RFC Status". */
function byName(fields: readonly Field[]): Field[] {
  const keys = fields.map(({ name }) => fieldKey(name));
  const named = KEYS.flatMap((key) => fields.filter((_, at) => keys[at] === key));
  const [status = ''] = KEYS;
  const kinds = fields.filter(({ name }, at) => name.includes(' ') && keys[at]?.endsWith(status));
  return [...named, ...kinds];
}

/** The status in a section "Status": in its heading, or as the first words of its text. */
function sectionStatus(document: Document): Field | undefined {
  const section = document.sections
    .slice(0, MAX_SECTIONS)
    .find(({ heading }) => heading.level <= MAX_LEVEL && isStatusSection(heading.name));
  if (!section) return undefined;
  return headingStatus(section) ?? bodyStatus(document, section);
}

/** The status in a heading such as "Status: accepted". */
function headingStatus({ heading }: Section): Field | undefined {
  const [before = '', value = ''] = /^([^:：]*[:：][ \t]*)(.+)$/.exec(heading.text)?.slice(1) ?? [];
  if (!isStatus(value)) return undefined;
  const { character } = heading.range.start;
  return fieldOn(heading.line, before.trimEnd(), value, character, character + before.length);
}

function bodyStatus(document: Document, section: Section): Field | undefined {
  const lines = statusLines(section.blocks);
  const dead = lines.find(({ text }, at) => at > 0 && /\]\(/.test(text) && stageOfWords(text) === 'dead');
  const found = dead ?? lines[0];
  if (!found || !isStatus(found.text)) return undefined;
  const source = document.lineAt(found.line)?.text ?? '';
  const start = Math.max(0, source.trimEnd().length - found.text.length);
  return fieldOn(found.line, section.heading.text, found.text, 0, start);
}

/** The first lines of the paragraphs and items in a section; of tasks, only the ticked ones. */
function statusLines(blocks: readonly Block[]): { readonly text: string; readonly line: number }[] {
  return blocks.flatMap(({ kind, content, start, box, children }) => {
    if (kind === 'paragraph') return [{ text: (content.split('\n', 1)[0] ?? '').trimEnd(), line: start }];
    if (box)
      return /x/i.test(box.mark) ? [{ text: (box.text.split('\n', 1)[0] ?? '').trimEnd(), line: start }] : [];
    return kind === 'list' || kind === 'item' || kind === 'quote' ? statusLines(children) : [];
  });
}

/** True for the words of a status: known ones, or so few that they are no sentence. */
function isStatus(text: string): boolean {
  return text !== '' && (phraseOf(text) !== undefined || text.trim().split(/\s+/).length <= MAX_WORDS);
}

function fieldOn(line: number, name: string, value: string, nameStart: number, valueStart: number): Field {
  return {
    name,
    value,
    style: 'plain',
    line,
    endLine: line + 1,
    lead: '',
    nameRange: range(line, nameStart, line, valueStart),
    valueRange: range(line, valueStart, line, valueStart + value.length),
  };
}
