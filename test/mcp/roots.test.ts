import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ENVIRONMENT, folderWith, textOf } from '../cli/program';
import { CLEAN, TEMPLATE } from '../cli/texts';
import type { Agent } from './client';
import { agentOn, agentWithRoots } from './client';

interface About {
  readonly path: string;
  readonly root: string;
  readonly branch: string | null;
  readonly version: string;
  readonly next: { readonly line: number } | null;
}

interface List {
  readonly roots: readonly { readonly root: string; readonly branch: string | null }[];
  readonly documents: readonly { readonly path: string }[];
}

const DOC = 'rfcs/1.md';

function git(cwd: string, ...words: string[]): void {
  const own = ['-c', 'user.name=A', '-c', 'user.email=a@b', ...words];
  const { status, stderr } = spawnSync('git', own, { cwd, env: ENVIRONMENT, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** A repository on the branch `main`. */
function repository(): string {
  const folder = folderWith({ 'rfcs/template.md': TEMPLATE, [DOC]: CLEAN });
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'x');
  return folder;
}

/** A worktree of a repository on the branch `gates`. */
function worktreeOf(folder: string, place = path.join(folderWith({}), 'gates')): string {
  git(folder, 'worktree', 'add', '-q', '-b', 'gates', place);
  return place;
}

async function listed({ call }: Agent): Promise<{ roots: string[]; documents: string[] }> {
  const { roots, documents } = await call<List>('list_docs');
  return {
    roots: roots.map(({ root, branch }) => `${root} ${branch}`),
    documents: documents.map((document) => document.path),
  };
}

describe('the roots of the MCP server', () => {
  it('are the current folder for a client that has none, and answers name it and its branch', async () => {
    const folder = repository();
    const agent = await agentOn(folder, '--write');
    assert.deepEqual(await listed(agent), { roots: [`${folder} main`], documents: [DOC] });
    const { path: file, root, branch, version, next } = await agent.call<About>('next_step');
    assert.deepEqual([file, root, branch], [DOC, folder, 'main']);
    git(folder, 'checkout', '-q', '-b', 'x/y');
    const done = await agent.call<About>('complete_step', { path: DOC, version, line: next?.line });
    assert.deepEqual([done.root, done.branch], [folder, 'x/y']);
    git(folder, 'commit', '-qam', 'y');
    git(folder, 'checkout', '-q', '--detach');
    assert.equal((await agent.call<About>('check_doc', { path: DOC })).branch, null);
  });

  it('are those of the client, and follow when they change', async () => {
    const [folder, other, started] = [repository(), repository(), folderWith({ 'rfcs/3.md': CLEAN })];
    const roots = [folder];
    const agent = await agentWithRoots(roots, started, '--write');
    assert.deepEqual(await listed(agent), { roots: [`${folder} main`], documents: [DOC] });
    for (const file of [path.join(other, DOC), path.join(started, 'rfcs/3.md'), '../x.md']) {
      assert.match(await agent.refused('check_doc', { path: file }), /lies outside of the workspace/);
    }
    roots[0] = other;
    await agent.client.sendRootsListChanged();
    assert.deepEqual((await listed(agent)).roots, [`${other} main`]);
    assert.match(await agent.refused('check_doc', { path: path.join(folder, DOC) }), /lies outside/);
  });

  it('that hold the same paths make them absolute, and refuse a relative one', async () => {
    const [folder, other] = [repository(), repository()];
    const agent = await agentWithRoots([folder, path.join(folder, 'rfcs'), other, other], folder, '--write');
    const [first = '', second = ''] = [folder, other].map((root) => path.join(root, DOC));
    assert.deepEqual(await listed(agent), {
      roots: [`${folder} main`, `${other} main`],
      documents: [first, second],
    });
    const message = await agent.refused('read_plan', { path: DOC });
    assert.ok(
      message.startsWith(`"${DOC}" may be in several folders.`) && message.endsWith(`${first}, ${second}.`),
    );
    const { version, path: file, root, next } = await agent.call<About>('next_step', { path: second });
    assert.deepEqual([file, root], [second, other]);
    const done = await agent.call<About>('complete_step', { path: second, version, line: next?.line });
    assert.deepEqual([done.path, done.root], [second, other]);
    assert.equal(textOf(folder, DOC), CLEAN);
    assert.notEqual(textOf(other, DOC), CLEAN);
    fs.writeFileSync(path.join(other, 'rfcs/2.md'), CLEAN);
    assert.equal((await agent.call<About>('check_doc', { path: 'rfcs/2.md' })).root, other);
    assert.match(await agent.refused('check_doc', { path: '../x.md' }), /lies outside/);
    assert.match(await agent.refused('check_doc', { path: '/etc/x.md' }), /lies outside/);
    const several = await agent.refused('new_doc', { title: 'Tides' });
    assert.ok(several.includes(`${path.join(folder, 'rfcs')}, ${path.join(other, 'rfcs')}. Call new_doc`));
    assert.match(await agent.refused('new_doc', { title: 'Tides', dir: 'rfcs' }), /may be in several/);
    assert.match(await agent.refused('new_doc', { title: 'Tides', dir: 'new' }), /may be in several/);
    assert.match(await agent.refused('check_doc', { path: 'none.md' }), /There is no document "none\.md"/);
    const dir = path.join(other, 'rfcs');
    assert.equal((await agent.call<About>('new_doc', { title: 'Tides', dir })).root, other);
  });

  it('include a worktree of the repository of the argument, and no other folder', async () => {
    const [folder, other] = [repository(), repository()];
    const worktree = worktreeOf(folder);
    const agent = await agentWithRoots([worktree, other], folder, '.');
    assert.deepEqual((await listed(agent)).roots, [`${folder} main`, `${worktree} gates`]);
    const file = path.join(worktree, DOC);
    const { root, branch } = await agent.call<About>('check_doc', { path: file });
    assert.deepEqual([root, branch], [worktree, 'gates']);
    assert.match(await agent.refused('check_doc', { path: path.join(other, DOC) }), /lies outside/);
    const alone = await agentOn(folder, '.');
    assert.match(await alone.refused('check_doc', { path: file }), /lies outside/);
  });

  it('do not need to name a worktree inside of one of them, whose documents have its branch', async () => {
    const folder = repository();
    const inner = worktreeOf(folder, path.join(folder, '.trees', 'gates'));
    const agent = await agentOn(folder, '--write');
    const file = path.join(inner, DOC);
    for (const given of [file, path.join('.trees', 'gates', DOC)]) {
      const { root, branch, path: shown } = await agent.call<About>('check_doc', { path: given });
      assert.deepEqual([root, branch, shown], [inner, 'gates', file]);
    }
    assert.deepEqual((await listed(agent)).documents, [DOC]);
  });

  it('may have no design docs yet', async () => {
    const [one, other] = [folderWith({ 'a.txt': '' }), folderWith({ 'a.txt': '' })];
    const agent = await agentWithRoots([one, other], one, '--write');
    const usual = [one, other].map((root) => path.join(root, 'docs', 'design_docs')).join(', ');
    assert.ok((await agent.refused('new_doc', { title: 'Tides' })).endsWith(`${usual}.`));
  });

  it('may be a worktree inside of another one, whose documents are its own', async () => {
    const folder = repository();
    const inner = worktreeOf(folder, path.join(folder, '.trees', 'gates'));
    const agent = await agentWithRoots([folder, inner], folder);
    const file = path.join(inner, DOC);
    const { root, branch, path: shown } = await agent.call<About>('check_doc', { path: file });
    assert.deepEqual([root, branch, shown], [inner, 'gates', file]);
    assert.deepEqual((await listed(agent)).documents, [path.join(folder, DOC), file]);
  });

  it('are found by the name that the client has for them', async () => {
    const folder = repository();
    const link = path.join(folderWith({}), 'link');
    fs.symlinkSync(folder, link);
    const agent = await agentWithRoots([link], folder);
    const { root, path: file } = await agent.call<About>('check_doc', { path: path.join(link, DOC) });
    assert.deepEqual([root, file], [folder, DOC]);
  });

  it('are refused if none is a folder on this machine, and the current folder if there is none', async () => {
    const folder = repository();
    const lost = await agentWithRoots(['vscode-remote://a/b', path.join(folder, 'none')], folder);
    assert.match(await lost.refused('list_docs'), /None of the roots .* design-docs mcp ROOT/);
    const none = await agentWithRoots([], folder);
    assert.deepEqual((await listed(none)).roots, [`${folder} main`]);
  });
});
