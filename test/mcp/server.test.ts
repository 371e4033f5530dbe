import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { tools } from '../../src/core/tools/index';
import { ENVIRONMENT, folderWith, run, textOf } from '../cli/program';
import { CLEAN, FLAWED, TEMPLATE } from '../cli/texts';
import type { Agent } from './client';
import { agentOn, MAX_ANSWER } from './client';

const names = (writes: boolean): string[] =>
  tools.filter((tool) => writes || !tool.writes).map(({ name }) => name);

async function versionOf({ call }: Agent, file: string): Promise<string> {
  return (await call<{ version: string }>('read_plan', { path: file })).version;
}

describe('MCP server', () => {
  const place = (text = CLEAN): string =>
    folderWith({ 'docs/rfcs/template.md': TEMPLATE, 'docs/rfcs/1.md': text });
  const usual = { ...ENVIRONMENT };
  afterEach(() => Object.assign(ENVIRONMENT, usual));

  it('lists the tools of the table, with what they do to files', async () => {
    const { client } = await agentOn(place(), '--write');
    const listed = (await client.listTools()).tools;
    assert.deepEqual(
      listed.map(({ name }) => name),
      names(true),
    );
    for (const { annotations, name, inputSchema, outputSchema } of listed) {
      const tool = tools.find((candidate) => candidate.name === name);
      assert.deepEqual(annotations, {
        title: String(tool?.title),
        readOnlyHint: !tool?.writes,
        destructiveHint: false,
        idempotentHint: name !== 'new_doc',
        openWorldHint: false,
      });
      assert.deepEqual([inputSchema, outputSchema], [tool?.input, tool?.output]);
    }
  });

  it('neither offers nor runs what writes, unless it may', async () => {
    const folder = place();
    const agent = await agentOn(folder);
    assert.deepEqual(
      (await agent.client.listTools()).tools.map(({ name }) => name),
      names(false),
    );
    const version = await versionOf(agent, 'docs/rfcs/1.md');
    const message = await agent.refused('complete_step', { path: 'docs/rfcs/1.md', version, line: 18 });
    assert.match(message, /this server only reads\. It has to be started with --write/);
    assert.equal(textOf(folder, 'docs/rfcs/1.md'), CLEAN);
  });

  it('answers what the command line prints', async () => {
    const folder = place(FLAWED);
    const { call } = await agentOn(folder);
    const answered = await call<Record<string, unknown>>('check_doc', { path: 'docs/rfcs/1.md' });
    const { version, root, branch, leftOut, nextCursor, ...answer } = answered;
    assert.match(String(version), /^[0-9a-f]{14}$/);
    assert.deepEqual([root, branch, leftOut, nextCursor], [folder, null, 0, null]);
    const printed = JSON.parse(run(folder, 'check', '--format', 'json').stdout);
    assert.equal(JSON.stringify(answer), JSON.stringify(printed.documents[0]));
    const plan = await call<Record<string, unknown>>('read_plan', { path: 'docs/rfcs/1.md' });
    const own = JSON.parse(run(folder, 'plan', 'docs/rfcs/1.md', '--format', 'json').stdout);
    assert.deepEqual({ ...plan, version: 1 }, { ...own, root, branch, leftOut, nextCursor });
    const list = await call<{ documents: object[] }>('list_docs');
    // A program that arranges a list gets more of each document than an agent needs to choose one.
    const listed: object[] = JSON.parse(run(folder, 'list', '--format', 'json').stdout).documents;
    assert.deepEqual(
      list.documents.map((document, at) => ({ ...listed[at], ...document })),
      listed,
    );
    assert.ok(list.documents.length > 0);
  });

  it('refuses a version that has passed, and leaves the file alone', async () => {
    const folder = place();
    const agent = await agentOn(folder, '--write');
    const version = await versionOf(agent, 'docs/rfcs/1.md');
    const changed = CLEAN.replace('Ada', 'Grace');
    fs.writeFileSync(path.join(folder, 'docs/rfcs/1.md'), changed);
    for (const [name, more] of [
      ['complete_step', { line: 18 }],
      ['start_milestone', { line: 15, steps: ['x'] }],
    ] as const) {
      const message = await agent.refused(name, { path: 'docs/rfcs/1.md', version, ...more });
      assert.match(message, /Nothing was written\. Call read_plan/);
    }
    assert.equal(textOf(folder, 'docs/rfcs/1.md'), changed);
  });

  it('stays below its folder, whatever path it is given', async () => {
    const folder = place();
    const outside = folderWith({ 'secret.md': CLEAN });
    fs.writeFileSync(path.join(folder, 'secret.txt'), 'x');
    const link = (target: string, name: string): void =>
      fs.symlinkSync(target, path.join(folder, 'docs', name));
    link(outside, 'linked');
    link(path.join(outside, 'secret.md'), 'linked.md');
    link('rfcs/1.md', 'inside.md');
    const { call, refused } = await agentOn(folder, '--write', 'docs');
    for (const file of [
      '../docs/../secret.txt',
      '../secret.md',
      path.join(outside, 'secret.md'),
      'linked/secret.md',
      'linked.md',
      '/etc/passwd',
      'rfcs/1.md\0.txt',
      'rfcs/../../x.md',
    ]) {
      for (const name of ['check_doc', 'read_plan', 'next_step', 'ready_for_review', 'list_comments']) {
        assert.match(await refused(name, { path: file }), /lies outside of the workspace/);
      }
      const own = { path: file, version: 'x', line: 18 };
      assert.match(await refused('complete_step', own), /lies outside of the workspace/);
      assert.match(await refused('start_milestone', own), /lies outside of the workspace/);
      const said = { path: file, version: 'x', id: 'a', text: 'x', author: 'x' };
      assert.match(await refused('reply_comment', said), /lies outside of the workspace/);
      assert.match(await refused('resolve_comment', said), /lies outside of the workspace/);
    }
    assert.match(await refused('check_doc', { path: 'rfcs' }), /There is no document "rfcs"/);
    assert.equal((await call<{ path: string }>('check_doc', { path: 'inside.md' })).path, 'rfcs/1.md');
    assert.equal(
      (await call<{ path: string }>('check_doc', { path: path.join(folder, 'docs/rfcs/1.md') })).path,
      'rfcs/1.md',
    );
    assert.match(
      await refused('new_doc', { title: 'X', template: path.join(outside, 'secret.md') }),
      /There is no template/,
    );
  });

  it('lists and goes on with documents below its folder only', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'a/rfcs/1.md': CLEAN,
      'b/rfcs/template.md': TEMPLATE,
      'b/rfcs/2.md': CLEAN,
    });
    const { call } = await agentOn(folder, 'b');
    const { documents } = await call<{ documents: { path: string }[] }>('list_docs');
    assert.deepEqual(
      documents.map((document) => document.path),
      ['rfcs/2.md'],
    );
    assert.equal((await call<{ path: string }>('next_step')).path, 'rfcs/2.md');
  });

  it('remembers what it lists as the command line does, and tells what is there now', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'docs/rfcs/template.md': TEMPLATE,
      'docs/rfcs/1.md': CLEAN,
    });
    // The servers of other tests may still be writing into the usual one.
    const home = folderWith({});
    Object.assign(ENVIRONMENT, { XDG_CACHE_HOME: home, LOCALAPPDATA: home });
    const cache = path.join(home, 'design-docs');
    const caches = (): string[] => fs.readdirSync(cache).filter((name) => name.endsWith('.cache'));
    const { call } = await agentOn(folder);
    const warnings = async (): Promise<readonly number[]> => {
      const { documents } = await call<{ documents: { warnings: number }[] }>('list_docs');
      return documents.map((document) => document.warnings);
    };
    assert.deepEqual(await warnings(), [0]);
    const [name = assert.fail(), ...more] = caches();
    assert.deepEqual(more, []);
    const build = (): string | undefined =>
      /"build":"[^"]*"/.exec(fs.readFileSync(path.join(cache, name), 'latin1'))?.[0];
    const before = build() ?? assert.fail();
    assert.equal(run(folder, 'list').status, 0);
    assert.deepEqual(caches(), [name], 'the command line has no cache of its own');
    assert.equal(build(), before, 'the command line counts as the same build');
    fs.writeFileSync(path.join(folder, 'docs', 'rfcs', '1.md'), FLAWED);
    assert.ok(((await warnings())[0] ?? 0) > 0);
  });

  it('answers in few words, whatever a document holds', async () => {
    const steps = Array.from(
      { length: 3000 },
      (_, at) => `  - [ ] ${'very '.repeat(40)}long \u{e0041}\u202e ${at}\n`,
    ).join('');
    const long = FLAWED.replace(
      '## Risks',
      `- [ ] Milestone 3: ${'x'.repeat(20_000)}\n${steps}${'## Problem\n\n'.repeat(500)}## Risks`,
    );
    const agent = await agentOn(place(long), '--write');
    for (const { name, writes } of tools) {
      if (writes) continue;
      const answer = JSON.stringify(
        await agent.call(name, name === 'list_docs' ? {} : { path: 'docs/rfcs/1.md' }),
      );
      assert.ok(answer.length < MAX_ANSWER, `${name}: ${answer.length}`);
      assert.doesNotMatch(answer, /[\u202e\u{e0041}]/u, name);
    }
    const version = await versionOf(agent, 'docs/rfcs/1.md');
    const message = await agent.refused('start_milestone', { path: 'docs/rfcs/1.md', version, line: 1 });
    assert.ok(message.length < 2100);
  });

  it('says what is wrong with a call', async () => {
    const { refused } = await agentOn(place());
    assert.match(await refused('check_doc'), /"path" is missing/);
    assert.match(await refused('check_doc', { path: 1 }), /"path" must be text, found 1/);
    assert.match(await refused('read_plan', { path: 'none.md' }), /There is no document "none\.md"/);
    assert.match(await refused('frobnicate'), /There is no tool "frobnicate"\. The tools are: list_docs, /);
  });

  it('cannot run on what is no folder, and ends when its client does', async () => {
    const folder = place();
    const none = run(folder, 'mcp', 'nowhere');
    assert.equal(none.status, 2);
    assert.match(none.stderr, /There is no folder "nowhere"/);
    // Without a client the streams are closed at once.
    const { status, stdout } = run(folder, 'mcp');
    assert.deepEqual([status, stdout], [0, '']);
  });
});
