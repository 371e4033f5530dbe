/** What the server says about a place in a document: hover, completions and symbols. */

import type {
  CompletionItem,
  DocumentSymbol,
  DocumentSymbolParams,
  Hover,
  SymbolInformation,
  TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import { CompletionItemKind, InsertTextFormat, InsertTextMode, SymbolKind } from 'vscode-languageserver/node';
import { completionsAt } from '../core/features/completion';
import type { Completion } from '../core/features/completionItem';
import { hoverAt } from '../core/features/hover';
import type { HoverCard } from '../core/features/hoverCard';
import type { DocumentSymbol as CoreSymbol } from '../core/features/symbols';
import { documentSymbols } from '../core/features/symbols';
import { toSnippet } from './convert';
import type { OpenDocument } from './documents';
import type { Services } from './services';

const COMPLETION_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  task: CompletionItemKind.Snippet,
  snippet: CompletionItemKind.Snippet,
};

const SYMBOL_KINDS: Readonly<Record<CoreSymbol['kind'], SymbolKind>> = {
  title: SymbolKind.File,
  section: SymbolKind.String,
  milestone: SymbolKind.Event,
  step: SymbolKind.Boolean,
};

/** What is known of the section, header field, milestone or step at a position. */
export async function hover(
  { client, documents }: Services,
  { textDocument, position }: TextDocumentPositionParams,
): Promise<Hover | null> {
  const document = await documents.analyzed(textDocument.uri);
  const found = document && hoverAt(document.analysis, position);
  if (!found) return null;
  const { range, title, lines, block } = found;
  const [first = '', ...others] = lines.map(String);
  if (!client.markdownHovers) {
    const value = [`${title} — ${first}`, ...others, ...(block ? ['', block.text] : [])].join('\n');
    return { range, contents: { kind: 'plaintext', value } };
  }
  // A code block, so that guidance from a file of the workspace is not rendered as Markdown.
  const text = [`**${plain(title)}** — ${plain(first)}`, ...others.map(plain)].join('\n\n');
  return { range, contents: { kind: 'markdown', value: text + (block ? codeBlock(block) : '') } };
}

/** The completions at a position, best first. */
export async function completions(
  { client, documents }: Services,
  { textDocument, position }: TextDocumentPositionParams,
): Promise<CompletionItem[]> {
  const document = await documents.analyzed(textDocument.uri);
  if (!document) return [];
  return completionsAt(document.analysis, position).map((item) => toItem(item, document, client.snippets));
}

function toItem(completion: Completion, { analysis }: OpenDocument, snippets: boolean): CompletionItem {
  const { label, detail, filter, kind, rank, range, text } = completion;
  const { start, end } = range;
  const typed = analysis.document.lineAt(start.line)?.text.slice(start.character, end.character) ?? '';
  const inserted = snippets ? toSnippet(completion) : text;
  return {
    label: String(label),
    detail: String(detail),
    kind: COMPLETION_KINDS[kind],
    // Editors match the filter text with the replaced range, which includes the markup typed so far.
    filterText: filter ?? typed + label,
    sortText: String(rank).padStart(4, '0'),
    documentation: { kind: 'plaintext', value: text },
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The lines have their indentation.
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range, newText: inserted.replaceAll('\n', analysis.document.ending) },
  };
}

/** The headings of a document, and its plan with the progress. */
export async function symbols(
  { client, documents }: Services,
  { textDocument: { uri } }: DocumentSymbolParams,
): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const document = await documents.analyzed(uri);
  const found = document ? documentSymbols(document.analysis) : [];
  return client.symbolTree ? found.map(toSymbol) : found.flatMap((symbol) => flat(symbol, uri));
}

function toSymbol({ name, detail, kind, range, selection, children }: CoreSymbol): DocumentSymbol {
  return {
    name,
    detail: String(detail),
    kind: SYMBOL_KINDS[kind],
    range,
    selectionRange: selection,
    children: children.map(toSymbol),
  };
}

/** A symbol and those below it, for a client without trees. Such symbols have no detail. */
function flat(symbol: CoreSymbol, uri: string, containerName?: string): SymbolInformation[] {
  const { name, detail, kind, range, children } = symbol;
  const shown = detail === '' ? name : `${name} (${detail})`;
  const own = {
    name: shown,
    kind: SYMBOL_KINDS[kind],
    location: { uri, range },
    ...(containerName !== undefined && { containerName }),
  };
  return [own, ...children.flatMap((child) => flat(child, uri, name))];
}

function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>&|~]/g, '\\$&');
}

/** A fence that is longer than all in the text. */
function codeBlock({ language, text }: Required<HoverCard>['block']): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}${language}\n${text}\n${fence}`;
}
