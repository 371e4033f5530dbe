/** Truncated documents with unclosed syntax, for templates of all families: no fix makes them worse. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Environment } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { fixText } from '../../src/core/fix/fixText';
import { offeredFixes } from '../../src/core/fix/proof';
import { scaffold } from '../../src/core/scaffold/scaffold';
import { readTemplate } from '../../src/core/template/template';
import { applyEdits, splitLines } from '../../src/core/text/text';
import { readRepo, root } from '../fixture';
import { saved } from './generators';

/** Possible ends of an unfinished document: each leaves some syntax unclosed. */
const OPENERS = [
  '```',
  '```sh\nls',
  '~~~~',
  '<!--',
  '<!-- note',
  '<div>\n',
  '<details><summary>',
  '<pre>',
  '<script>',
  '<?php',
  '<![CDATA[',
  '> quote',
  '> - [ ] task',
  '- item\n\n  ',
  '1. one\n   ```',
  '| a | b |\n| - | -',
  '[label]:',
  '[label]: <x',
  '[text](',
  '![x][',
  '`code',
  '**bold',
  '    code',
  '===',
  '---',
  '+++\nx = "',
  '<instructions>',
  '{{< x',
] as const;
const HEADS = [
  '',
  '---\n',
  '---\ntitle: x\n',
  '+++\n',
  '<!--\n',
  '```\n',
  '{\n',
  '\uFEFF---\r\n',
  '> ',
] as const;

const files = ['media/templates', 'test/rules/templates'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);

/** A new document of the template with inserted words, the template's own text, or a random document. */
function documentOf(text: string, file: string): fc.Arbitrary<string> {
  const template = readTemplate(text, file);
  const made = scaffold(template, { title: 'Kettle', today: '2026-11-22', author: 'Ada' }).text;
  const written = fc
    .array(fc.nat(made.length), { maxLength: 4 })
    .map((places) => places.reduce((own, at) => `${own.slice(0, at)}Tea\n\n${own.slice(at)}`, made));
  return fc.oneof(
    written,
    fc.constant(text),
    saved.map((own) => own.text),
  );
}

function broken(text: string, file: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      documentOf(text, file),
      fc.nat(1000),
      fc.constantFrom(...OPENERS),
      fc.constantFrom('', '\n', '\n\n'),
      fc.constantFrom(...HEADS),
    )
    .map(([whole, share, opener, gap, head]) => {
      const cut = whole.slice(0, Math.floor((whole.length * share) / 1000));
      return `${head}${cut}${gap}${opener}`;
    });
}

function isYaml(text: string): boolean {
  const header = /^\uFEFF?---\r?\n(?:([\s\S]*?)\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
  if (header === undefined) return true;
  try {
    parse(header);
    return true;
  } catch {
    return false;
  }
}

describe('a document with unclosed syntax', () => {
  for (const file of files) {
    const text = readRepo(file);
    const template = readTemplate(text, file);
    const environment: Environment = { templates: [template], template, today: '2026-11-22', author: 'Ada' };
    const longest = splitLines(text).length;

    it(`is fixed idempotently, and grows by at most the length of ${path.basename(file)}`, () => {
      fc.assert(
        fc.property(broken(text, file), fc.boolean(), (own, scaffolding) => {
          const options = {
            applicability: scaffolding ? (['safe', 'scaffold'] as const) : (['safe'] as const),
          };
          const fixed = fixText(own, environment, options).text;
          assert.equal(fixText(fixed, environment, options).text, fixed, 'fixing is not idempotent');
          const grown = splitLines(fixed).length - splitLines(own).length;
          assert.ok(grown <= longest + 4, `grew by ${grown} lines`);
          if (isYaml(own)) assert.ok(isYaml(fixed), 'its front matter is no longer YAML');
        }),
        { seed: 12, numRuns: 60 },
      );
    });

    it(`gets only fixes that keep all other lines, with ${path.basename(file)}`, () => {
      fc.assert(
        fc.property(broken(text, file), (own) => {
          const analysis = analyze(own, environment);
          const before = splitLines(own);
          for (const finding of analysis.findings) {
            for (const fix of offeredFixes(analysis, finding)) {
              const after = splitLines(applyEdits(own, fix.edits));
              const first = Math.min(...fix.edits.map(({ range }) => range.start.line));
              const last = Math.max(...fix.edits.map(({ range }) => range.end.line));
              assert.deepEqual(after.slice(0, first), before.slice(0, first), String(fix.title));
              const tail = before.length - last - 1;
              if (tail > 0) assert.deepEqual(after.slice(-tail), before.slice(-tail), String(fix.title));
            }
          }
        }),
        { seed: 13, numRuns: 25 },
      );
    });
  }
});
