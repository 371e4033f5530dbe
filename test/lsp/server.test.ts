/** The life of a server: what it offers, what it publishes, and how it ends. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { folderWith, run } from '../cli/program';
import { CLEAN, FLAWED, TEMPLATE } from '../cli/texts';
import { editorOn } from './client';

const FILES = { 'rfcs/template.md': TEMPLATE, 'rfcs/1001.md': FLAWED, 'README.md': '# Read me\n' };

/** An editor of which nothing is known. */
const OLD: ClientCapabilities = {};

describe('the language server', () => {
  it('offers what the client can use', async () => {
    const folder = folderWith(FILES);
    const { started } = await editorOn(folder);
    const { positionEncoding, renameProvider, codeLensProvider, codeActionProvider } = started.capabilities;
    assert.equal(positionEncoding, 'utf-16');
    assert.deepEqual(renameProvider, { prepareProvider: true });
    assert.deepEqual(codeLensProvider, {});
    assert.deepEqual(codeActionProvider, { codeActionKinds: ['quickfix', 'source.fixAll.designDocs'] });
    assert.equal(started.serverInfo?.name, 'design-docs');
    const { capabilities } = (await editorOn(folder, { capabilities: OLD })).started;
    assert.equal(capabilities.codeLensProvider, undefined);
    assert.equal(capabilities.executeCommandProvider, undefined);
    assert.equal(capabilities.codeActionProvider, undefined);
    assert.equal(capabilities.renameProvider, true);
  });

  it('publishes the findings of the text as it is typed, and clears them when it is closed', async () => {
    const folder = folderWith(FILES);
    const editor = await editorOn(folder);
    const file = path.join(folder, 'rfcs/1001.md');
    await editor.open(file, FLAWED);
    const [first, second] = await editor.findings(file);
    assert.equal(first?.code, 'header-field');
    assert.deepEqual(
      [second?.code, second?.severity, second?.source, second?.range],
      [
        'leftover-suffix',
        2,
        'design-docs',
        { start: { line: 6, character: 11 }, end: { line: 6, character: 21 } },
      ],
    );
    assert.match(second?.codeDescription?.href ?? '', /^https:.*\/docs\/rules\.md#leftover-suffix$/);
    await editor.type(file, '<Your Name>', 'Ada');
    assert.deepEqual(
      (await editor.findings(file)).map(({ code }) => code),
      ['leftover-suffix'],
    );
    await editor.type(file, ' (Required)', '');
    assert.deepEqual(await editor.findings(file), []);
    await editor.type(file, '## Problem', '## Problem (Required)');
    assert.equal((await editor.findings(file)).length, 1);
    const closed = await editor.after(file, () =>
      editor.connection.sendNotification('textDocument/didClose', {
        textDocument: { uri: editor.document(file).uri },
      }),
    );
    assert.deepEqual(closed.diagnostics, []);
  });

  it('publishes nothing for files that are no design docs, or are outside of the folders', async () => {
    const folder = folderWith(FILES);
    const outside = folderWith(FILES);
    fs.symlinkSync(path.join(outside, 'rfcs/1001.md'), path.join(folder, 'rfcs/1002.md'));
    const editor = await editorOn(folder);
    const others = [
      [path.join(folder, 'README.md'), '# Read me\n'],
      [path.join(folder, 'rfcs/template.md'), TEMPLATE],
      [path.join(folder, 'rfcs/1002.md'), FLAWED],
      [path.join(outside, 'rfcs/1001.md'), FLAWED],
      [path.join(folder, 'rfcs/a.txt'), FLAWED],
    ] as const;
    for (const [file, text] of others) await editor.open(file, text);
    for (const [file] of others)
      assert.deepEqual(await editor.request('textDocument/documentSymbol', file), [], file);
    const file = path.join(folder, 'rfcs/1001.md');
    await editor.open(file, FLAWED);
    assert.equal((await editor.findings(file)).length, 2);
    assert.deepEqual(
      others.flatMap(([other]) => editor.listsOf(other)),
      [],
    );
  });

  it('says in its log that there is no folder, or that one is not on this machine', async () => {
    const folder = folderWith(FILES);
    for (const [folders, message] of [
      [null, /no workspace folder/],
      [[path.join(folder, 'none')], /none" is no folder on this machine/],
    ] as const) {
      const editor = await editorOn(folder, { folders });
      assert.match(await editor.until(() => editor.log[0]), message);
      const file = path.join(folder, 'rfcs/1001.md');
      await editor.open(file, FLAWED);
      assert.deepEqual(await editor.request('textDocument/documentSymbol', file), []);
      assert.deepEqual(editor.listsOf(file), []);
    }
  });

  it('serves several folders, and follows when they change', async () => {
    const first = folderWith(FILES);
    const second = folderWith({ 'design_docs/template.md': TEMPLATE.replace('## Problem', '## Trouble') });
    const editor = await editorOn(first, { folders: [first, second] });
    const file = path.join(second, 'design_docs/1.md');
    await editor.open(file, FLAWED.replace('## Problem', '## Trouble'));
    assert.equal((await editor.findings(file)).length, 2);
    const folder = { uri: new URL(`file://${second}`).href, name: 'second' };
    const change = (added: object[], removed: object[]): Promise<void> =>
      editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added, removed },
      });
    assert.deepEqual((await editor.after(file, () => change([], [folder]))).diagnostics, []);
    assert.equal((await editor.after(file, () => change([folder], []))).diagnostics.length, 2);
  });

  it('follows the template, the configuration and the targets of links', async () => {
    const folder = folderWith({ ...FILES, 'rfcs/1002.md': CLEAN });
    const editor = await editorOn(folder);
    await editor.until(() => (editor.watched.length > 0 ? true : undefined));
    const file = path.join(folder, 'rfcs/1001.md');
    await editor.open(file, CLEAN.replace('None:', '[See](1002.md#problem).\nNone:'));
    assert.deepEqual(await editor.findings(file), []);
    const changed = async (name: string, text: string): Promise<unknown[]> => {
      const list = await editor.after(file, () => {
        fs.writeFileSync(path.join(folder, name), text);
        return editor.changed(path.join(folder, name));
      });
      return list.diagnostics.map(({ code }) => code);
    };
    assert.deepEqual(await changed('rfcs/1002.md', CLEAN.replace('## Problem', '## Trouble')), [
      'broken-link',
    ]);
    assert.deepEqual(await changed('.design-docs.json', '{ "rules": { "broken-link": "off" } }'), []);
    assert.deepEqual(await changed('rfcs/template.md', `${TEMPLATE}\n## Cost (Required)\n`), [
      'missing-section',
    ]);
    assert.deepEqual(await changed('.design-docs.json', '{ "rules": '), []);
    const { type, message } = await editor.until(() => editor.messages[0]);
    assert.equal(type, 1);
    assert.match(message, /\.design-docs\.json/);
    assert.deepEqual(await changed('.design-docs.json', '{}'), ['missing-section', 'broken-link']);
  });

  it('follows them when a document is saved, if the client does not watch files', async () => {
    const folder = folderWith(FILES);
    const editor = await editorOn(folder, { capabilities: OLD });
    const file = path.join(folder, 'rfcs/1001.md');
    await editor.open(file, FLAWED);
    assert.equal((await editor.findings(file)).length, 2);
    const rules = { 'header-field': 'off', 'leftover-suffix': 'error' };
    fs.writeFileSync(path.join(folder, '.design-docs.json'), JSON.stringify({ rules }));
    const { diagnostics } = await editor.after(file, () =>
      editor.connection.sendNotification('textDocument/didSave', {
        textDocument: { uri: editor.document(file).uri },
      }),
    );
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => [code, severity]),
      [['leftover-suffix', 1]],
    );
  });

  it('says that a document is too long to be checked', async () => {
    const folder = folderWith(FILES);
    const editor = await editorOn(folder);
    const file = path.join(folder, 'rfcs/1001.md');
    await editor.open(file, FLAWED + 'x'.repeat(2 * 1024 * 1024));
    assert.match((await editor.findings(file))[0]?.message ?? '', /larger than 2 MB/);
  });

  it('ends when it is told to, when its input ends, and with the process of its client', async () => {
    const folder = folderWith(FILES);
    assert.equal(await (await editorOn(folder)).stop(), 0);
    const { server } = await editorOn(folder);
    server.stdin?.end();
    await once(server, 'exit');
    const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(client, 'spawn');
    const orphan = await editorOn(folder, { processId: client.pid ?? 0 });
    const end = once(orphan.server, 'exit');
    client.kill();
    await end;
  });

  it('takes no operands', () => {
    const { status, stderr } = run(folderWith({}), 'lsp', 'docs');
    assert.equal(status, 2);
    assert.match(stderr, /"lsp" takes nothing/);
  });
});
