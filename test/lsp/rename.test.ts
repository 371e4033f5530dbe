/** Renames of headings, across the files of a workspace. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderWith } from '../cli/program';
import { CLEAN, TEMPLATE } from '../cli/texts';
import type { Editor } from './client';
import { editorOn, positionOf } from './client';
import { uriOf } from './session';

const OWN = CLEAN.replace('None:', 'See [the steps](#steps-ahead). None:').replaceAll('\n', '\r\n');
const INDEX =
  '# Index\n\n- [Gates](rfcs/1001%20%C3%A4.md#steps-ahead)\n- [Other](rfcs/1002.md#steps-ahead)\n';
const NOTE = 'As [it][gates] says.\n\n[gates]: <../rfcs/1001 ä.md#steps-ahead>\n';

function workspace(): { readonly folder: string; readonly file: string; readonly index: string } {
  const folder = folderWith({
    'rfcs/template.md': TEMPLATE,
    'rfcs/1001 ä.md': OWN,
    'rfcs/1002.md': CLEAN,
    'README.md': INDEX,
    'notes/a.md': NOTE,
  });
  return { folder, file: path.join(folder, 'rfcs/1001 ä.md'), index: path.join(folder, 'README.md') };
}

function rename(editor: Editor, file: string, place: string, newName: string): Promise<WorkspaceEdit> {
  const position = positionOf(editor.document(file), place);
  return editor.request('textDocument/rename', file, { position, newName });
}

/** The text of each changed file after an edit, and the version that the edit is for. */
function changed({
  documentChanges = [],
}: WorkspaceEdit): Map<string, { text: string; version: number | null }> {
  return new Map(
    documentChanges.map((change) => {
      assert.ok(TextDocumentEdit.is(change));
      const { uri, version } = change.textDocument;
      const document = TextDocument.create(uri, 'markdown', 0, fs.readFileSync(fileURLToPath(uri), 'utf8'));
      return [fileURLToPath(uri), { text: TextDocument.applyEdits(document, change.edits as []), version }];
    }),
  );
}

describe('renaming a heading in an editor', () => {
  it('names the text that will change', async () => {
    const { folder, file } = workspace();
    const editor = await editorOn(folder);
    await editor.open(file, OWN);
    const position = positionOf(editor.document(file), '## Steps');
    const found = await editor.request<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      file,
      { position },
    );
    assert.equal(found.placeholder, 'Steps Ahead');
    assert.equal(editor.document(file).getText(found.range), 'Steps Ahead');
  });

  it('changes the links of all files, and keeps their line endings', async () => {
    const { folder, file, index } = workspace();
    const editor = await editorOn(folder);
    await editor.open(file, OWN);
    const files = changed(await rename(editor, file, '## Steps', 'What comes'));
    assert.deepEqual([...files.keys()].sort(), [index, path.join(folder, 'notes/a.md'), file].sort());
    assert.deepEqual(files.get(file), {
      text: OWN.replace('## Steps Ahead', '## What comes').replace('#steps-ahead', '#what-comes'),
      version: 1,
    });
    assert.deepEqual(files.get(index), {
      text: INDEX.replace('C3%A4.md#steps-ahead', 'C3%A4.md#what-comes'),
      version: null,
    });
    assert.equal(
      files.get(path.join(folder, 'notes/a.md'))?.text,
      NOTE.replace('#steps-ahead', '#what-comes'),
    );
  });

  it('changes the unsaved text of open files, in the version that is open', async () => {
    const { folder, file, index } = workspace();
    const editor = await editorOn(folder);
    await editor.open(file, OWN);
    await editor.open(index, '# Index\n');
    await editor.edit(index, '# Index\n\nNew: [a](rfcs/1001%20%C3%A4.md#steps-ahead)\n');
    const edit = await rename(editor, file, '## Steps', 'What comes');
    editor.apply(edit);
    assert.equal(editor.text(index), '# Index\n\nNew: [a](rfcs/1001%20%C3%A4.md#what-comes)\n');
    assert.match(editor.text(file), /^## What comes\r$/m);
    assert.ok((await editor.findings(file)).some(({ code }) => code === 'missing-section'));
  });

  it('leaves files outside of the folders of the client alone', async () => {
    const { folder, file } = workspace();
    fs.mkdirSync(path.join(folder, '.git'));
    const editor = await editorOn(folder, { folders: [path.join(folder, 'rfcs')] });
    await editor.open(file, OWN);
    assert.deepEqual([...changed(await rename(editor, file, '## Steps', 'What comes')).keys()], [file]);
  });

  it('is refused with a reason', async () => {
    const { folder, file, index } = workspace();
    const editor = await editorOn(folder);
    await editor.open(file, OWN);
    await editor.open(index, INDEX);
    for (const [place, name, reason] of [
      ['The lock', 'X', /no heading here/],
      ['## Steps', '!', /gives no anchor/],
      ['## Steps', 'Risks', /has the anchor "risks" already/],
      ['## Steps', 'A\nB', /one line/],
    ] as const)
      await assert.rejects(rename(editor, file, place, name), reason);
    const position = { line: 4, character: 0 };
    await assert.rejects(editor.request('textDocument/prepareRename', file, { position }), /no heading here/);
    await assert.rejects(rename(editor, index, '# Index', 'X'), /Only headings of design docs/);
    assert.equal(editor.documents.get(uriOf(file))?.version, 1);
  });
});
