/** The extension brings a part of markdown-it. Blocks are the same with it as with all of it. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import fc from 'fast-check';
import { parseBlocks } from '../src/core/markdown/markdown';
import { splitLines } from '../src/core/text/text';
import { readRepo, root } from './fixture';
import { saved } from './properties/generators';
import { DENSE, SIGNS } from './properties/signs';

type Cut = Readonly<Record<'blocksOnly' | 'withoutLinkify', Plugin>> & { lateEntities(): Plugin };

const FOLDERS = ['docs', 'media/templates', 'test/rules', 'test/core'];

/** `parseBlocks` as the extension has it. */
async function bundledBlocks(): Promise<typeof parseBlocks> {
  const script = pathToFileURL(path.join(root, 'scripts', 'markdownIt.mjs')).href;
  const { blocksOnly, withoutLinkify, lateEntities } = (await import(script)) as Cut;
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/core/markdown/markdown.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    plugins: [withoutLinkify, lateEntities(), blocksOnly],
    write: false,
  });
  const core: { exports: { parseBlocks?: typeof parseBlocks } } = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(
    core,
    core.exports,
    createRequire(__filename),
  );
  assert.ok(core.exports.parseBlocks);
  return core.exports.parseBlocks;
}

describe('blocks in the extension', () => {
  let bundled: typeof parseBlocks;
  before(async () => {
    bundled = await bundledBlocks();
  });

  it('are those of the project itself in all of its documents', () => {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
    );
    for (const file of files.filter((name) => name.endsWith('.md'))) {
      const lines = splitLines(readRepo(file)).map(({ text }) => text);
      assert.deepEqual(bundled(lines), parseBlocks(lines), file);
    }
  });

  it('are those of the project itself in any text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...DENSE,
        ...SIGNS,
        '',
        '[a]: <javascript:b> "&amp;"',
        '```&lt;',
        '- '.repeat(60),
        '> '.repeat(120),
      ),
      fc.string(),
    );
    const texts = fc.oneof(
      fc.array(line, { maxLength: 30 }),
      saved.map(({ text }) => text.split(/\r?\n/)),
    );
    fc.assert(
      fc.property(texts, (lines) => {
        assert.deepEqual(bundled(lines), parseBlocks(lines));
      }),
      { numRuns: 500 },
    );
  });
});
