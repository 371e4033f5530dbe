/** What the server offers at a place in a document, carried out as an editor does. */

import assert from 'node:assert/strict';
import * as path from 'node:path';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  Hover,
  SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderWith } from '../cli/program';
import { CLEAN, FLAWED, TEMPLATE } from '../cli/texts';
import type { Editor } from './client';
import { editorOn, MODERN, positionOf } from './client';

const FILES = { 'rfcs/template.md': TEMPLATE };

/** An editor with one document. */
async function editing(
  text: string,
  capabilities = MODERN,
): Promise<{ readonly editor: Editor; readonly file: string }> {
  const folder = folderWith(FILES);
  const editor = await editorOn(folder, { capabilities });
  const file = path.join(folder, 'rfcs/1001 ä.md');
  await editor.open(file, text);
  return { editor, file };
}

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

describe('hover', () => {
  it('shows what the template says of a section', async () => {
    const { editor, file } = await editing(CLEAN);
    const position = positionOf(editor.document(file), '## Problem');
    const hover = await editor.request<Hover>('textDocument/hover', file, { position });
    assert.deepEqual(hover.contents, {
      kind: 'markdown',
      value:
        '**Problem** — Required by the template\\. 1 to 2 list items\\.\n\n```markdown\n- Say who is hurt, and how (1–2 bullets).\n```',
    });
    const elsewhere = positionOf(editor.document(file), 'The lock keeper');
    assert.equal(await editor.request('textDocument/hover', file, { position: elsewhere }), null);
  });

  it('is plain for a client without Markdown', async () => {
    const { editor, file } = await editing(CLEAN, {});
    const position = positionOf(editor.document(file), '## Problem');
    const { contents } = await editor.request<Hover>('textDocument/hover', file, { position });
    assert.deepEqual(contents, {
      kind: 'plaintext',
      value:
        'Problem — Required by the template. 1 to 2 list items.\n\n- Say who is hurt, and how (1–2 bullets).',
    });
  });
});

describe('completion', () => {
  const text = CLEAN.replaceAll('\n', '\r\n').replace('## Risks', '## Id\r\n\r\n## Risks');

  async function complete(capabilities = MODERN): Promise<{ item: CompletionItem; applied: string }> {
    const { editor, file } = await editing(text, capabilities);
    const { line } = positionOf(editor.document(file), '## Id');
    const items = await editor.request<CompletionItem[]>('textDocument/completion', file, {
      position: { line, character: 5 },
    });
    const item = items.find(({ label }) => label === 'Ideas') ?? assert.fail('not offered');
    assert.ok(item.textEdit && 'range' in item.textEdit);
    return { item, applied: TextDocument.applyEdits(editor.document(file), [item.textEdit]) };
  }

  it('offers a missing section, with the line endings of the document', async () => {
    const { item, applied } = await complete({});
    assert.equal(item.insertTextFormat, 1);
    assert.equal(item.filterText, '## IdIdeas');
    assert.ok(applied.includes('\r\n## Ideas\r\n'), applied);
    assert.doesNotMatch(applied, /[^\r]\n/);
  });

  it('has tab stops for a client that knows them', async () => {
    const { editor, file } = await editing(CLEAN.replace('  - [ ] Step 2: Wire it', '  - [ ] '));
    const { line } = positionOf(editor.document(file), '  - [ ] \n');
    const items = await editor.request<CompletionItem[]>('textDocument/completion', file, {
      position: { line, character: 8 },
    });
    const step = items.find(({ label }) => label === 'Step');
    assert.equal(step?.insertTextFormat, 2);
    assert.match(step?.textEdit?.newText ?? '', /^ {2}- \[ \] Step 3: \$\{1:<step>\}$/);
  });
});

describe('document symbols', () => {
  it('are a tree with the progress of the plan', async () => {
    const { editor, file } = await editing(CLEAN);
    const [title] = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', file);
    const plan = title?.children?.[1];
    assert.equal(plan?.name, 'Steps Ahead');
    assert.deepEqual(
      plan.children?.map(({ name, detail }) => [name, detail]),
      [
        ['Milestone 1: Camera', '1/1 done'],
        ['Milestone 2: Screen', '1/2 done'],
      ],
    );
  });

  it('are a list for a client that knows no trees', async () => {
    const { editor, file } = await editing(CLEAN, {});
    const symbols = await editor.request<SymbolInformation[]>('textDocument/documentSymbol', file);
    const milestone = symbols.find(({ name }) => name === 'Milestone 2: Screen (1/2 done)');
    assert.equal(milestone?.containerName, 'Steps Ahead');
    assert.equal(milestone.location.range.start.line, 14);
  });
});

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
