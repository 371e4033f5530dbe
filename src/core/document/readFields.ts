/** The header of a document: its fields, and whether it is of a kind that can be read and written. */

import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import type { Region } from '../text/regions';
import { opensFrontMatter } from '../text/regions';
import type { Field } from './fields';
import { paragraphFields } from './lineFields';
import { tableFields } from './tableFields';
import { readTomlFields } from './tomlFields';
import { readYamlHeader } from './yamlFields';

/**
 * What a document's header is: front matter that is understood, something that looks like a header and is none that is
 * understood, or neither; then its fields, if it has any, stand in the text.
 */
export type HeaderKind = 'yaml' | 'toml' | 'unknown' | 'none';

export interface Header {
  readonly kind: HeaderKind;
  readonly fields: readonly Field[];
}

/**
 * Reads front matter and the blocks before the first section. `top` gives the first lines of the text, whatever Markdown
 * makes of them.
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
  return walkBlocks(preamble).flatMap((block) => {
    if (block.kind === 'paragraph') return paragraphFields(lines, block);
    return block.kind === 'table' ? tableFields(lines, block) : [];
  });
}

/** A line that front matter stands between. */
const FENCE = /^(?:---|\.\.\.|\+\+\+)[ \t]*$/;
/** A key and a value as YAML, TOML and JSON have them, in a list or not. */
const KEY_LINE =
  /^[ \t]*(?:[-*+][ \t]+)?["']?[^\s"'#<>{}()[\]|:：=!*+-][^:：={}]{0,40}(?:[:=][ \t]|[:：=]$|：)/;
/**
 * True if the first text, comments aside, opens front matter that is not closed, does not start the text, or is written
 * in another language: JSON, or a fence that names its language.
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
    if (/^(?:---|\+\+\+)$/.test(text)) return opensMatter(lines.slice(index + 1));
    return /^(?:---|;;;)[ \t]*[A-Za-z]*$/.test(text) || /^\{[ \t]*(?:$|["'\w-]+[ \t]*:)/.test(text);
  }
  return false;
}

/** True if what stands below a fence may be front matter: it is more than a line above a heading. */
function opensMatter(below: readonly string[]): boolean {
  const texts = below.filter((line) => line.trim() !== '');
  const [first] = texts;
  const key = texts.find((line) => !line.startsWith('#')) ?? '';
  return first !== undefined && (!first.startsWith('#') || KEY_LINE.test(key) || below.some(isFence));
}

function isFence(line: string): boolean {
  return FENCE.test(line);
}

/** True for a block of code, a comment or HTML that says what a header would. */
function holdsKeys(block: Block): boolean {
  if (block.kind === 'html' && /<(?:table|dl)\b/i.test(block.content)) return true;
  if (block.kind !== 'html' && block.kind !== 'code') return false;
  const lines = block.content.split('\n').filter((line) => /[^\s<>!-]/.test(line));
  const keys = lines.filter((line) => KEY_LINE.test(line.replace(/^[ \t]*<!--[ \t]*/, '')));
  return keys.length > 1 && keys.length * 2 > lines.length;
}
