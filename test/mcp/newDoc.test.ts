import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { folderWith, run } from '../cli/program';
import { CLEAN, TEMPLATE } from '../cli/texts';
import { agentOn } from './client';

describe('new_doc over MCP', () => {
  it('makes no folder outside, and the usual one where there is none', async () => {
    const outside = folderWith({});
    const folder = folderWith({ 'x.txt': '' });
    const { call } = await agentOn(folder, '--write');
    assert.equal(
      (await call<{ path: string }>('new_doc', { title: 'Tides' })).path,
      'docs/design_docs/0001-tides.md',
    );
    fs.rmSync(path.join(folder, 'docs'), { recursive: true });
    fs.symlinkSync(outside, path.join(folder, 'docs'));
    const { refused } = await agentOn(folder, '--write');
    assert.match(await refused('new_doc', { title: 'Tides' }), /lies outside of the workspace/);
    assert.deepEqual(fs.readdirSync(outside), []);
  });

  it('refuses to choose a folder as the command line does, and takes the one that is named', async () => {
    const folder = folderWith({
      'rfcs/1.md': CLEAN,
      'docs/adr/1.md': CLEAN,
      'docs/adr/2.md': CLEAN,
      'docs/adr/lock-template.md': TEMPLATE,
    });
    const { call, refused } = await agentOn(folder, '--write');
    const [printed = ''] = run(folder, 'new', 'Tides').stderr.split(' Name one');
    const message = await refused('new_doc', { title: 'Tides', template: 'lock' });
    assert.ok(printed.endsWith('There are several folders of design docs: docs/adr, rfcs.'), printed);
    assert.equal(
      message,
      'There are several folders of design docs: docs/adr, rfcs. Call new_doc again with one of them as "dir".',
    );
    const tides = { title: 'Tides', dir: 'docs/adr' };
    const made = await call<{ path: string; template: string }>('new_doc', { ...tides, template: 'lock' });
    assert.deepEqual([made.path, made.template], ['docs/adr/0001-tides.md', 'lock']);
    const deep = await call<{ path: string }>('new_doc', { title: 'Ebb', dir: `${folder}/docs/notes/deep/` });
    assert.equal(deep.path, 'docs/notes/deep/0001-ebb.md');
    assert.match(
      await refused('new_doc', { ...tides, template: 'lokc' }),
      /no template "lokc"\. Did you mean "lock"\?/,
    );
    assert.match(await refused('new_doc', { ...tides, title: '…' }), /needs a letter or a digit/);
    for (const dir of ['..', '/tmp', '../x', 'docs/../../x']) {
      assert.match(await refused('new_doc', { ...tides, dir }), /lies outside of the workspace/, dir);
    }
    for (const dir of ['.git/hooks', 'docs/.private', 'node_modules/x']) {
      assert.match(await refused('new_doc', { ...tides, dir }), /Call new_doc again with another "dir"/, dir);
    }
    assert.match(await refused('new_doc', { ...tides, dir: 'rfcs/1.md' }), /rfcs\/1\.md/);
  });
});
