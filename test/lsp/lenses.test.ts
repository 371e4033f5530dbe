/** The code lenses, and their commands. */

import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver-protocol/node';
import { CLEAN, FLAWED } from '../cli/texts';
import type { Editor } from './client';
import { editing } from './editing';

describe('code lenses', () => {
  async function lenses(editor: Editor, file: string): Promise<CodeLens[]> {
    return editor.request('textDocument/codeLens', file);
  }

  async function click(editor: Editor, file: string, title: string): Promise<void> {
    const lens = (await lenses(editor, file)).find(({ command }) => command?.title === title);
    assert.ok(lens?.command, title);
    const { command, arguments: given } = lens.command;
    await editor.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
  }

  it('are those that the server can carry out', async () => {
    const { editor, file } = await editing(CLEAN);
    const found = await lenses(editor, file);
    const offered: unknown = editor.started.capabilities.executeCommandProvider?.commands;
    assert.ok(Array.isArray(offered));
    for (const { command } of found) assert.ok(offered.includes(command?.command));
    assert.deepEqual(
      found.map(({ command }) => command?.title),
      ['No findings', 'Add Step', 'Complete'],
    );
  });

  it('complete a step', async () => {
    const { editor, file } = await editing(CLEAN.replaceAll('\n', '\r\n'));
    await click(editor, file, 'Complete');
    assert.equal(editor.text(file), CLEAN.replace('[ ] Step 2.1', '[x] Step 2.1').replaceAll('\n', '\r\n'));
  });

  it('complete a step that names its check: the click is the word of a person', async () => {
    const text = CLEAN.replace('Draw the cable', 'Draw the cable (`verify: make cable`)');
    const { editor, file } = await editing(text);
    await click(editor, file, 'Complete');
    assert.equal(editor.text(file), text.replace('[ ] Step 2.1', '[x] Step 2.1'));
  });

  it('start a milestone, and add a step', async () => {
    const text = CLEAN.replace(/- \[x\] Milestone[\s\S]*(?=\n## Risks)/, '- [ ] Milestone 1: Camera\n');
    const { editor, file } = await editing(text);
    await click(editor, file, 'Start');
    assert.match(editor.text(file), /Camera\n {2}- \[ \] Step 1: <step>\n/);
    await click(editor, file, 'Add Step');
    assert.match(editor.text(file), /Step 1: <step>\n {2}- \[ \] Step 2: <step>\n/);
  });

  it('say why a draft is not ready', async () => {
    const { editor, file } = await editing(FLAWED.replace('In Progress', 'Draft'));
    await click(editor, file, 'Not ready: 2 reasons');
    const { type, message } = await editor.until(() => editor.messages[0]);
    assert.equal(type, 2);
    assert.match(message, /^1001 ä\.md is not ready for review, for 2 reasons:\n4: /);
  });

  it('change nothing where the step is no longer there', async () => {
    const { editor, file } = await editing(CLEAN);
    const found = await lenses(editor, file);
    const { command, arguments: given } =
      found.find((lens) => lens.command?.title === 'Complete')?.command ?? assert.fail();
    await editor.type(file, '## Problem', 'More.\n\n## Problem');
    const before = editor.text(file);
    await assert.rejects(
      editor.connection.sendRequest('workspace/executeCommand', { command, arguments: given }),
      /no longer where it was/,
    );
    for (const wrong of [undefined, {}, { uri: 1 }, { uri: 'file:///nowhere.md', line: 1, title: '' }])
      await assert.rejects(
        editor.connection.sendRequest('workspace/executeCommand', { command, arguments: [wrong] }),
        /open design doc/,
      );
    await assert.rejects(
      editor.connection.sendRequest('workspace/executeCommand', { command: 'rm' }),
      /no command "rm"/,
    );
    assert.equal(editor.text(file), before);
  });
});
