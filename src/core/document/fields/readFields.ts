/** The header of a document: its fields, and whether the format is one that can be read and written. */

import type { Block } from '../../markdown/markdown';
import { walkBlocks } from '../../markdown/markdown';
import type { Region } from '../../text/regions';
import { opensFrontMatter } from '../../text/regions';
import { isReviewComment } from '../reviewMarker';
import type { Field } from './fields';
import { paragraphFields } from './lineFields';
import { tableFields } from './tableFields';
import { readTomlFields } from './tomlFields';
import { readYamlHeader } from './yamlFields';

/**
 * The format of a header: front matter in YAML or TOML; `unknown` for something that looks like a header but cannot be
 * parsed; `none` if there is no front matter, so that fields, if any, are in the text.
 */
export type HeaderKind = 'yaml' | 'toml' | 'unknown' | 'none';

/** A header and its fields. */
export interface Header {
  readonly kind: HeaderKind;
  readonly fields: readonly Field[];
}

/**
 * Reads the fields of the front matter and of `preamble`, the blocks before the first section. `top` returns the first
 * lines of the text; it is called only if there is no front matter.
 */
export function readHeader(
  lines: readonly string[],
  frontMatter: Region | undefined,
  preamble: readonly Block[],
  top: () => readonly string[],
): Header {
  const own = readPreamble(lines, preamble);
  if (!frontMatter) {
    const unknown = opensOtherHeader(top()) || (own.length === 0 && preamble.some(holdsKeys));
    return { kind: unknown ? 'unknown' : 'none', fields: own };
  }
  if (opensFrontMatter(lines[0]) === '+++') {
    const fields = readTomlFields(lines, frontMatter);
    return { kind: fields ? 'toml' : 'unknown', fields: [...(fields ?? []), ...own] };
  }
  const { fields, understood } = readYamlHeader(lines, frontMatter);
  return { kind: understood ? 'yaml' : 'unknown', fields: [...fields, ...own] };
}

/** The fields of the blocks before the first section. */
export function readPreamble(lines: readonly string[], preamble: readonly Block[]): Field[] {
  const blocks = walkBlocks(preamble);
  const inFields = new Set(blocks.flatMap((block) => (isFieldList(lines, block) ? block.children : [])));
  const mayBeEmpty = new Set([...inFields].flatMap(({ children }) => children));
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return paragraphFields(lines, block, mayBeEmpty.has(block));
    return block.kind === 'table' ? tableFields(lines, block) : [];
  });
}

/** True for a list of several items, each of which is one line with a field, perhaps without a value. */
function isFieldList(lines: readonly string[], { kind, children }: Block): boolean {
  return (
    kind === 'list' &&
    children.length > 1 &&
    children.every(({ children: [only, ...more] }) => {
      const isLine = only?.kind === 'paragraph' && only.end === only.start + 1 && more.length === 0;
      return isLine && paragraphFields(lines, only, true).length > 0;
    })
  );
}

/** A line that opens or ends front matter. */
const FENCE = /^(?:---|\.\.\.|\+\+\+)[ \t]*$/;
/** A key with a value in YAML, TOML or JSON, optionally after a list marker. */
const KEY_LINE =
  /^[ \t]*(?:[-*+][ \t]+)?["']?[^\s"'#<>{}()[\]|:：=!*+-][^:：={}]{0,40}(?:[:=][ \t]|[:：=]$|：)/;
/**
 * True if the first line with text, not counting comments, opens front matter that is not closed, that does not start
 * the text, or that is in another format: JSON, or a fence that names its language.
 */
function opensOtherHeader(lines: readonly string[]): boolean {
  let comment = false;
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    const open = comment || text.startsWith('<!--');
    if (open) {
      comment = !text.endsWith('-->');
      continue;
    }
    if (text === '') continue;
    if (/^(?:---|\+\+\+)$/.test(text)) return mayBeFrontMatter(lines.slice(index + 1));
    return /^(?:---|;;;)[ \t]*[A-Za-z]*$/.test(text) || /^\{[ \t]*(?:$|["'\w-]+[ \t]*:)/.test(text);
  }
  return false;
}

/** True if the lines below a fence may be front matter; otherwise the fence is a thematic break above a heading. */
function mayBeFrontMatter(below: readonly string[]): boolean {
  const texts = below.filter((line) => line.trim() !== '');
  const [first] = texts;
  const key = texts.find((line) => !line.startsWith('#')) ?? '';
  return first !== undefined && (!first.startsWith('#') || KEY_LINE.test(key) || below.some(isFence));
}

function isFence(line: string): boolean {
  return FENCE.test(line);
}

/** True for code, a comment or HTML that mostly consists of keys with values, like a header. */
function holdsKeys(block: Block): boolean {
  if (block.kind === 'html' && /<(?:table|dl)\b/i.test(block.content)) return true;
  if ((block.kind !== 'html' && block.kind !== 'code') || isReviewComment(block.content)) return false;
  const lines = block.content.split('\n').filter((line) => /[^\s<>!-]/.test(line));
  const keys = lines.filter((line) => KEY_LINE.test(line.replace(/^[ \t]*<!--[ \t]*/, '')));
  return keys.length > 1 && keys.length * 2 > lines.length;
}
