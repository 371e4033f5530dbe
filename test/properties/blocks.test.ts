/** Blocks, compared with the tokens of an unmodified markdown-it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Block } from '../../src/core/markdown/markdown';
import { parseBlocks } from '../../src/core/markdown/markdown';
import { splitLines } from '../../src/core/text/text';
import { saved } from './generators';
import { DENSE, SIGNS } from './signs';

const markdown = new MarkdownIt({ html: true });

const KINDS: Readonly<Record<string, Block['kind']>> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  list_item_open: 'item',
  blockquote_open: 'quote',
  fence: 'code',
  code_block: 'code',
  html_block: 'html',
  table_open: 'table',
  hr: 'rule',
  reference_definition: 'definition',
};
const TRIMMED = new Set(['list', 'item', 'quote', 'html']);

/** The blocks of a token stream, parents before their children. */
function expectedOf(lines: readonly string[]): string[] {
  const tokens: MarkdownIt.Token[] = [];
  markdown.block.parse(lines.join('\n').replaceAll('\0', '\uFFFD'), markdown, {}, tokens);
  return tokens.flatMap(({ type, tag, map, info, content }, at) => {
    const kind = KINDS[type];
    if (!kind || !map) return [];
    let [start, end] = map;
    while (TRIMMED.has(kind) && end > start + 1 && lines[end - 1]?.trim() === '') end--;
    const named = kind === 'heading' || kind === 'paragraph';
    return show({
      kind,
      start,
      end,
      content: named ? (tokens[at + 1]?.content ?? '') : content,
      level: kind === 'heading' ? Number(tag.slice(1)) : 0,
      ordered: type === 'ordered_list_open' || (kind === 'item' && info !== ''),
      language: kind === 'code' ? (info.trim().split(/\s/, 1)[0] ?? '') : '',
    });
  });
}

function show({ kind, start, end, content, level, ordered, language }: Omit<Block, 'box' | 'children'>) {
  return JSON.stringify([kind, start, end, content, level, ordered, language]);
}

function shownOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => [show(block), ...shownOf(block.children)]);
}

const ROWS = [
  '| a | b |',
  'a | b',
  'a|',
  '|',
  '||',
  '\\| a | b',
  'a \\| b',
  '|-|-|',
  ':-|-:',
  '- | -',
  '-|',
  '|:--',
  '| - | x |',
  '--',
  '|-||',
];
const line = fc.oneof(
  fc.constantFrom(...ROWS),
  fc.constantFrom(...DENSE, ...SIGNS, '', '', '   ', '\t', '\0'),
  fc
    .tuple(
      fc.constantFrom('  ', '    ', '\t', ' \t', '> ', '>\t', '- ', '1.\t'),
      fc.constantFrom(...DENSE, ''),
    )
    .map((parts) => parts.join('')),
);
const anyText = fc.oneof(
  fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n')),
  saved.map(({ text }) => text),
);

describe('blocks', () => {
  it('are those of markdown-it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = splitLines(text).map((own) => own.text);
        assert.deepEqual(shownOf(parseBlocks(lines)), expectedOf(lines));
      }),
      { numRuns: 2_000 },
    );
  });
});
