/** What is used, and the licences of what is shipped. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundle, folderWith } from './cli/program';
import { readRepo, root } from './fixture';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

describe('docs/dependencies.md', () => {
  const manifest = JSON.parse(readRepo('package.json')) as Manifest;
  const [, ...tables] = readRepo('docs/dependencies.md').split(/^## /m);

  for (const [index, list] of [manifest.dependencies, manifest.devDependencies].entries()) {
    it(`says of ${index === 0 ? 'what is shipped' : 'all else'} why it is there`, () => {
      const rows = [...(tables[index] ?? '').matchAll(/^\| `([^`]+)` \| (.+) \| (.+) \| (.+) \|$/gm)];
      assert.deepEqual(
        rows.map(([, name]) => name),
        Object.keys(list).sort(),
      );
    });
  }
});

describe('the notices of third parties', () => {
  /** The packages that a plain bundle of the given files takes something from. */
  async function packagesOf(...entryPoints: string[]): Promise<string[]> {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      external: ['vscode'],
      outdir: 'out/none',
      write: false,
      metafile: true,
      logLevel: 'error',
    });
    const names = Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([file]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
    return [...new Set(names)].sort();
  }

  it('name every package of the program, with its version and the text of its licence', async () => {
    const text = readFileSync(path.join(path.dirname(bundle()), 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const named = [...text.matchAll(/^=+\n\n(\S+) \d+\.\d+\.\d+\S* \([^()\n]+\)\n\n(?=\S)/gm)].map(
      ([, name = '']) => name,
    );
    // Both packages have the same notices, and the npm package has no webview.
    const used = await packagesOf('src/cli/main.ts', 'src/webview/progress.ts');
    assert.deepEqual(named, used);
    assert.ok(named.includes('markdown-it') && named.includes('zod'), named.join());
    assert.match(text, /Permission is hereby granted/);
    // The rest of the extension has nothing that the program has not.
    const editor = await packagesOf('src/vscode/extension.ts', 'src/vscode/web.ts');
    assert.deepEqual(
      editor.filter((name) => !used.includes(name)),
      [],
    );
  });

  it('are the same of the same packages, and fail where one has no licence', () => {
    const project = folderWith({
      'a.js': 'import "b"; import "@c/d"; import "e";',
      'node_modules/b/index.js': 'console.log(1)',
      'node_modules/b/package.json': '{"name":"b","version":"1.0.0","license":"MIT"}',
      'node_modules/b/LICENSE.md': 'B\r\n',
      'node_modules/@c/d/index.js': 'console.log(2)',
      'node_modules/@c/d/package.json': '{"name":"@c/d","version":"2.0.0","license":"ISC"}',
      'node_modules/@c/d/COPYING': 'D',
      'node_modules/@c/d/NOTICE': 'N',
      'node_modules/e/index.js': 'export const unused = 1;',
      'node_modules/e/package.json': '{"name":"e","version":"3.0.0","sideEffects":false}',
    });
    const notices = (): { stdout: string; stderr: string } =>
      spawnSync(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import { build } from ${JSON.stringify(require.resolve('esbuild'))};
           import { readFileSync } from 'node:fs';
           import { NOTICES, writeNotices } from ${JSON.stringify(path.join(root, 'scripts/notices.mjs'))};
           const built = await build({ entryPoints: ['a.js'], bundle: true, write: false, outdir: 'x', metafile: true, logLevel: 'error' });
           writeNotices('.', '.', [built]);
           process.stdout.write(readFileSync(NOTICES, 'utf8'));`,
        ],
        { cwd: project, encoding: 'utf8' },
      );
    const { stdout, stderr } = notices();
    assert.equal(stderr, '');
    const rule = '='.repeat(80);
    assert.equal(
      stdout,
      `Design Docs contains code of these packages, under these licences.\n\n${rule}\n\n@c/d 2.0.0 (ISC)\n\nD\n\nN\n\n${rule}\n\nb 1.0.0 (MIT)\n\nB\n`,
    );
    assert.equal(notices().stdout, stdout);
    rmSync(path.join(project, 'node_modules/b/LICENSE.md'));
    assert.match(notices().stderr, /b 1\.0\.0 is in a bundle and names no licence, or has no text of it\./);
  });
});
