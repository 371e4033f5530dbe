/** What the server says of a place in a document. */

import assert from 'node:assert/strict';
import type {
  CompletionItem,
  DocumentSymbol,
  Hover,
  SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CLEAN } from '../cli/texts';
import { positionOf } from './client';
import { editing } from './editing';

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

  it('shows the state of a step, and its check', async () => {
    const { editor, file } = await editing(CLEAN.replace('Draw the cable', 'Draw it, verify: `draw`'));
    const position = positionOf(editor.document(file), 'Draw it');
    const { contents } = await editor.request<Hover>('textDocument/hover', file, { position });
    const value = typeof contents === 'object' && 'value' in contents ? contents.value : '';
    assert.match(value, /^\*\*Step 2\\\.1: Draw it, verify: draw\*\* — Step 1 of 1: not done\\\.\n\n/);
    assert.match(value, /```sh\ndraw\n```$/);
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
  it('offers a missing section, with the line endings of the document', async () => {
    const text = CLEAN.replace('## Problem\n\n- The lock', '## Pr\n\n- The lock').replaceAll('\n', '\r\n');
    const { editor, file } = await editing(text, {});
    const { line } = positionOf(editor.document(file), '## Pr\r');
    const items = await editor.request<CompletionItem[]>('textDocument/completion', file, {
      position: { line, character: 5 },
    });
    const item = items.find(({ label }) => label === 'Problem') ?? assert.fail('not offered');
    assert.equal(item.insertTextFormat, 1);
    assert.equal(item.filterText, '## PrProblem');
    assert.ok(item.textEdit && 'range' in item.textEdit);
    assert.equal(
      TextDocument.applyEdits(editor.document(file), [item.textEdit]),
      text.replace('## Pr\r\n', '## Problem\r\n\r\n- Say who is hurt, and how (1–2 bullets).\r\n'),
    );
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
