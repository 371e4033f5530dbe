/** Completions: missing sections, header fields, status words and plan items, where they fit. */

import * as vscode from 'vscode';
import type { Completion } from '../../core/features/completion';
import { completionsAt } from '../../core/features/completion';
import { toRange, toSnippet } from '../documents/convert';
import type { Services } from '../services/services';

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  section: vscode.CompletionItemKind.Module,
  field: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  task: vscode.CompletionItemKind.Snippet,
};

/**
 * Trigger characters: those that start a heading, a field or a task, since quick suggestions are off by default in
 * Markdown.
 */
const TRIGGERS = ['#', '*', ' ', '['];

/** Registers the completions for Markdown documents. */
export function completions({ analyses }: Services): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      provideCompletionItems(document, position) {
        const analysis = analyses.of(document);
        return analysis ? completionsAt(analysis, position).map((item) => toItem(item, document)) : [];
      },
    },
    ...TRIGGERS,
  );
}

function toItem(completion: Completion, document: vscode.TextDocument): vscode.CompletionItem {
  const item = new vscode.CompletionItem(completion.label, KINDS[completion.kind]);
  const range = toRange(completion.range);
  item.range = range;
  item.insertText = toSnippet(completion);
  item.detail = completion.detail;
  // VS Code matches the filter text with the replaced range, which includes the markup typed so far.
  item.filterText = document.getText(range) + completion.label;
  item.sortText = String(completion.rank).padStart(4, '0');
  item.documentation = new vscode.MarkdownString().appendCodeblock(completion.text, 'markdown');
  return item;
}
