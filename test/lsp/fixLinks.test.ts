/** Code actions that rename a heading change the links of other files, too. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver-protocol/node';
import { TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderWith } from '../cli/program';
import { FLAWED, TEMPLATE } from '../cli/texts';
import type { Editor } from './client';
import { editorOn, MODERN, positionOf } from './client';

const NOTES = '# Notes\r\n\r\nSee [it](rfcs/1.md#problem-required) and [steps](rfcs/1.md#steps-ahead).\r\n';
const MORE = '[new](rfcs/1.md#problem-required)\n';
/** Clients that get the edit of an action only when they carry it out. */
const RESOLVING: ClientCapabilities = {
  ...MODERN,
  textDocument: {
    ...MODERN.textDocument,
    codeAction: {
      ...MODERN.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

interface Open {
  readonly editor: Editor;
  readonly folder: string;
  readonly file: string;
}

async function opened(capabilities: ClientCapabilities, text = FLAWED): Promise<Open> {
  const folder = folderWith({
    'rfcs/template.md': TEMPLATE,
    'rfcs/1.md': text,
    'NOTES.md': NOTES,
    'more.md': '# More\n',
  });
  const editor = await editorOn(folder, { capabilities });
  const file = path.join(folder, 'rfcs/1.md');
  await editor.open(file, text);
  await editor.open(path.join(folder, 'more.md'), MORE);
  return { editor, folder, file };
}

async function actionAt({ editor, file }: Open, place: string, only: string): Promise<CodeAction> {
  const start = positionOf(editor.document(file), place);
  const context = { diagnostics: [], only: [only] };
  const [action] = await editor.request<CodeAction[]>('textDocument/codeAction', file, {
    range: { start, end: start },
    context,
  });
  return action ?? assert.fail('there is no action');
}

/** The new texts of the files, unsaved text included, by their names. */
function changed({ editor, folder }: Open, { edit }: CodeAction): Record<string, string> {
  const changes = (edit?.documentChanges ?? []).map((change): [string, string] => {
    assert.ok(TextDocumentEdit.is(change));
    const { uri, version } = change.textDocument;
    const file = fileURLToPath(uri);
    const open = editor.documents.get(uri);
    assert.equal(version, open?.version ?? null, file);
    const document = open ?? TextDocument.create(uri, 'markdown', 0, fs.readFileSync(file, 'utf8'));
    return [path.relative(folder, file), TextDocument.applyEdits(document, change.edits as [])];
  });
  return Object.fromEntries(changes);
}

const FIXED = {
  'rfcs/1.md': FLAWED.replace(' (Required)', ''),
  'NOTES.md': NOTES.replace('-required', ''),
  'more.md': MORE.replace('-required', ''),
};

describe('code actions that rename a heading', () => {
  for (const [place, only] of [
    ['(Required)', 'quickfix'],
    ['# Proposal', 'source.fixAll'],
  ] as const) {
    it(`change links in closed and open files (${only})`, async () => {
      const open = await opened(MODERN);
      assert.deepEqual(changed(open, await actionAt(open, place, only)), FIXED);
    });

    it(`do so when a client resolves them (${only})`, async () => {
      const open = await opened(RESOLVING);
      const action = await actionAt(open, place, only);
      assert.equal(action.edit, undefined);
      fs.writeFileSync(path.join(open.folder, 'late.md'), MORE);
      const resolved = await open.editor.connection.sendRequest<CodeAction>('codeAction/resolve', action);
      assert.deepEqual(changed(open, resolved), { ...FIXED, 'late.md': FIXED['more.md'] });
    });
  }

  it('are refused if the document has changed before a client resolves them', async () => {
    const open = await opened(RESOLVING);
    const action = await actionAt(open, '(Required)', 'quickfix');
    await open.editor.type(open.file, 'lower gate', 'upper gate');
    await assert.rejects(
      open.editor.connection.sendRequest('codeAction/resolve', action),
      /has changed since/,
    );
  });

  it('have their edit at once if no anchor changes', async () => {
    const text = FLAWED.replace('None:', '[a](#Stepsahead) None:').replace(' (Required)', '');
    const open = await opened(RESOLVING, text);
    const action = await actionAt(open, '#Stepsahead', 'quickfix');
    assert.deepEqual(Object.keys(changed(open, action)), ['rfcs/1.md']);
  });
});
