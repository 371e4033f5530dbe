/** Documents that are half typed or broken: the server answers, and has the findings of the last text. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { folderWith } from '../cli/program';
import { CLEAN, FLAWED, TEMPLATE } from '../cli/texts';
import { editorOn } from './client';

const BROKEN = [
  '',
  '\uFEFF',
  '---\n',
  '---\ntitle: [\n---\n# A\n',
  '#',
  '# \n## \n- [',
  '\r\r\n\n\r',
  '<!-- \n# A\n```\n',
  '\uD800 \uDC00 # \u0000',
  `${'> '.repeat(500)}# A`,
  `${'['.repeat(2000)}](#`,
  FLAWED.slice(0, 77),
];
const REQUESTS = ['textDocument/documentSymbol', 'textDocument/codeLens'];
const AT = ['textDocument/hover', 'textDocument/completion'];

describe('broken documents', () => {
  it('get answers, and the findings of their last text', async () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    const editor = await editorOn(folder);
    const file = path.join(folder, 'rfcs/1001.md');
    await editor.open(file, FLAWED);
    for (const text of BROKEN) {
      await editor.edit(file, text);
      for (const method of REQUESTS) assert.ok(Array.isArray(await editor.request(method, file)), text);
      for (const position of [
        { line: 0, character: 0 },
        { line: 99, character: 99 },
      ]) {
        for (const method of AT) await editor.request(method, file, { position });
        const range = { start: position, end: position };
        await editor.request('textDocument/codeAction', file, { range, context: { diagnostics: [] } });
      }
    }
    await editor.edit(file, FLAWED);
    assert.equal((await editor.findings(file)).length, 2);
    assert.deepEqual(editor.log, []);
  });

  it('are followed letter by letter', async () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    const editor = await editorOn(folder);
    const file = path.join(folder, 'rfcs/1001.md');
    const text = CLEAN.replaceAll('\n', '\r\n');
    await editor.open(file, '');
    for (const letter of text.match(/\r\n|./gsu) ?? []) {
      const end = editor.document(file).positionAt(editor.text(file).length);
      await editor.edit(file, letter, { start: end, end });
    }
    assert.equal(editor.text(file), text);
    assert.deepEqual(await editor.findings(file), []);
    assert.ok(editor.listsOf(file).length < text.length / 4, 'each letter was checked on its own');
  });

  it('that the protocol does not allow change nothing', async () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    const editor = await editorOn(folder);
    const file = path.join(folder, 'rfcs/1001.md');
    await editor.open(file, FLAWED);
    const sent = (uri: unknown): Promise<void> =>
      editor.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: FLAWED },
      });
    for (const uri of ['untitled:a.md', 'file:///%00/a.md', 'file://host/a.md', 'git:/a.md', 'no uri', ''])
      await sent(uri);
    await assert.rejects(editor.connection.sendRequest('textDocument/nonsense', {}));
    await editor.type(file, '<Your Name>', 'Ada');
    assert.equal((await editor.findings(file)).length, 1);
  });

  it('include those whose folder goes away, and comes back', async () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    const editor = await editorOn(folder);
    const file = path.join(folder, 'rfcs/1001.md');
    await editor.open(file, FLAWED);
    assert.equal((await editor.findings(file)).length, 2);
    fs.rmSync(folder, { recursive: true });
    assert.deepEqual((await editor.after(file, () => editor.changed(file))).diagnostics, []);
    await editor.request('textDocument/hover', file, { position: { line: 0, character: 0 } });
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(path.join(folder, 'rfcs/template.md'), TEMPLATE);
    assert.equal((await editor.after(file, () => editor.changed(file))).diagnostics.length, 2);
  });
});
