/** Completions: missing sections, header fields, status words, plan items and snippets, where they fit. */

import * as vscode from 'vscode';
import { completionsAt, TRIGGER_CHARACTERS } from '../../core/features/completion';
import type { Completion } from '../../core/features/completionItem';
import { toRange, toSnippet } from '../documents/convert';
import { localized } from '../localization/localized';
import type { Services } from '../services/services';

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  section: vscode.CompletionItemKind.Module,
  field: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  task: vscode.CompletionItemKind.Snippet,
  snippet: vscode.CompletionItemKind.Snippet,
};

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
    // Quick suggestions are off by default in Markdown.
    ...TRIGGER_CHARACTERS,
  );
}

function toItem(completion: Completion, document: vscode.TextDocument): vscode.CompletionItem {
  const label = localized(completion.label);
  const item = new vscode.CompletionItem(label, KINDS[completion.kind]);
  const range = toRange(completion.range);
  item.range = range;
  item.insertText = toSnippet(completion);
  item.detail = localized(completion.detail);
  // VS Code matches the filter text with the replaced range, which includes the markup typed so far.
  item.filterText = completion.filter ?? document.getText(range) + label;
  item.sortText = String(completion.rank).padStart(4, '0');
  item.documentation = new vscode.MarkdownString().appendCodeblock(completion.text, 'markdown');
  return item;
}
