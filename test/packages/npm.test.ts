import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { folderWith, textOf } from '../cli/program';
import { readRepo, root } from '../fixture';
import { bareEnvironment, packProgram, runIn } from './packed';

/** Both count what is installed. */
const MAX_FILES = 20;
const MAX_BYTES = 1_500_000;

describe('the npm package', () => {
  const env = bareEnvironment();
  let folder = '';
  let installed = '';
  const npx = (...words: string[]) => runIn(folder, env, 'npx', '--offline', 'design-docs', ...words);

  before(() => {
    folder = folderWith({});
    const { status, stderr } = runIn(folder, env, 'npm', 'install', '--offline', packProgram());
    assert.equal(status, 0, stderr);
    installed = path.join(folder, 'node_modules', 'design-docs');
  });

  it('is small', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(path.join(installed, name)))
      .filter((stat) => stat.isFile());
    assert.ok(files.length <= MAX_FILES, `${files.length} files`);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    assert.ok(bytes <= MAX_BYTES, `${bytes} bytes`);
  });

  it('depends on nothing, runs no scripts, and is the version of the project', () => {
    const manifest: Record<string, unknown> = JSON.parse(textOf(installed, 'package.json'));
    const project: Record<string, unknown> = JSON.parse(readRepo('package.json'));
    const server: Record<string, unknown> = JSON.parse(readRepo('server.json'));
    for (const key of ['name', 'version', 'license', 'repository'])
      assert.deepEqual(manifest[key], project[key], key);
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'private'])
      assert.equal(key in manifest, false, key);
    assert.equal(manifest.mcpName, server.name);
    assert.deepEqual(
      readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['design-docs'],
    );
  });

  it('has the licences, the skill, and the schema at the address that the schema says', () => {
    for (const [name, source] of [
      ['LICENSE', 'LICENSE'],
      ['design-docs.schema.json', 'media/design-docs.schema.json'],
      ['skills/design-docs/SKILL.md', 'skills/design-docs/SKILL.md'],
    ] as const)
      assert.equal(textOf(installed, name), readFileSync(path.join(root, source), 'utf8'), name);
    assert.match(textOf(installed, 'THIRD-PARTY-NOTICES.txt'), /Permission is hereby granted/);
    const { $id }: { $id: string } = JSON.parse(textOf(installed, 'design-docs.schema.json'));
    assert.equal($id, 'https://unpkg.com/design-docs/design-docs.schema.json');
    for (const page of ['docs/npm.md', 'docs/ci.md']) assert.ok(readRepo(page).includes($id), page);
  });

  it('runs new, check and fix', () => {
    const made = npx('new', 'Flood alerts', '--dir', 'docs/design_docs');
    assert.equal(made.status, 0, made.stderr);
    const [file = ''] = made.stdout.trim().split('\n');
    assert.match(textOf(folder, file), /^# .*Flood alerts/m);
    const checked = npx('check', file);
    assert.equal(checked.status, 1, checked.stderr);
    assert.match(checked.stdout, /empty-section/);
    assert.equal(npx('--version').stdout.trim(), JSON.parse(readRepo('package.json')).version);
    assert.equal(npx('fix', '--dry-run', file).stderr.includes('This is a bug'), false);
  });

  it('serves agents', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    const args = ['--offline', 'design-docs', 'mcp', '--write'];
    const command = process.platform === 'win32' ? 'npx.cmd' : 'npx';
    await client.connect(new StdioClientTransport({ command, args, cwd: folder, env: { ...env } }));
    try {
      const { content } = await client.callTool({ name: 'list_docs', arguments: {} });
      assert.match(JSON.stringify(content), /flood-alerts\.md/);
    } finally {
      await client.close();
    }
  });
});
