/** The code actions, carried out as an editor does. */

import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { FLAWED } from '../cli/texts';
import type { Editor } from './client';
import { positionOf } from './client';
import { editing } from './editing';

function actionsAt(editor: Editor, file: string, place: string, only?: string[]): Promise<CodeAction[]> {
  const start = positionOf(editor.document(file), place);
  const context = { diagnostics: [], ...(only && { only }) };
  return editor.request('textDocument/codeAction', file, { range: { start, end: start }, context });
}

describe('code actions', () => {
  for (const [name, ending] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const)
    it(`fix a finding, and keep ${name}`, async () => {
      const text = FLAWED.replaceAll('\n', ending);
      const { editor, file } = await editing(text);
      const [fix, ...others] = await actionsAt(editor, file, '(Required)');
      assert.deepEqual(others, []);
      assert.equal(fix?.kind, 'quickfix');
      assert.equal(fix.isPreferred, true);
      assert.equal(fix.diagnostics?.[0]?.code, 'leftover-suffix');
      editor.apply(fix.edit ?? {});
      assert.equal(editor.text(file), text.replace('## Problem (Required)', '## Problem'));
      assert.deepEqual(
        (await editor.findings(file)).map(({ code }) => code),
        ['header-field'],
      );
      assert.deepEqual(await actionsAt(editor, file, '## Problem'), []);
    });

  it('are for the version that they were computed from', async () => {
    const { editor, file } = await editing(FLAWED);
    const [fix] = await actionsAt(editor, file, '(Required)');
    await editor.type(file, 'lower gate', 'upper gate');
    assert.throws(() => editor.apply(fix?.edit ?? {}), /for another version/);
    const [now] = await actionsAt(editor, file, '(Required)');
    editor.apply(now?.edit ?? {});
    assert.match(editor.text(file), /upper gate/);
    assert.doesNotMatch(editor.text(file), /\(Required\)/);
  });

  it('fix all that is safe, and nothing else', async () => {
    const text = FLAWED.replace('## Risks', '## Risks (Required if money is involved)').replace(
      '## Steps Ahead',
      '## Steps Ahed',
    );
    const { editor, file } = await editing(text);
    const [all, ...others] = await actionsAt(editor, file, '# Proposal', ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(all?.kind, 'source.fixAll.designDocs');
    editor.apply(all.edit ?? {});
    assert.match(editor.text(file), /<Your Name>/);
    assert.doesNotMatch(editor.text(file), /\(Required/);
    assert.deepEqual(await actionsAt(editor, file, '# Proposal', ['source.fixAll']), []);
    assert.deepEqual(await actionsAt(editor, file, '# Proposal', ['source.organizeImports', 'refactor']), []);
  });

  it('fix all findings of a rule from one of them', async () => {
    const text = FLAWED.replace('## Risks', '## Risks (Required if money is involved)');
    const { editor, file } = await editing(text);
    const titles = (await actionsAt(editor, file, '(Required)')).map(({ title }) => title);
    assert.equal(titles.length, 3, titles.join());
    assert.match(titles[2] ?? '', /^Fix all 2 fixable/);
  });

  it('have plain changes for a client that knows no versions', async () => {
    const { editor, file } = await editing(FLAWED, {
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    });
    const [fix] = await actionsAt(editor, file, '(Required)');
    const { uri } = editor.document(file);
    assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [uri]);
    assert.equal(fix?.edit?.documentChanges, undefined);
  });
});
