/** Hovers on headings and header fields, with what the template says of them, and on the tasks of a plan. */

import * as vscode from 'vscode';
import { hoverAt } from '../../core/features/hover';
import type { HoverCard } from '../../core/features/hoverCard';
import { toRange } from '../documents/convert';
import { localized } from '../localization/localized';
import type { Services } from '../services/services';

/** Registers the hovers for Markdown documents. */
export function hovers({ analyses }: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover(document, position) {
        const analysis = analyses.of(document);
        const hover = analysis && hoverAt(analysis, position);
        if (!hover) return undefined;
        return new vscode.Hover(markdownOf(hover), toRange(hover.range));
      },
    },
  );
}

function markdownOf({ title, lines, block }: HoverCard): vscode.MarkdownString {
  const [first = '', ...others] = lines.map(localized);
  const text = new vscode.MarkdownString().appendMarkdown('**').appendText(title).appendMarkdown('** — ');
  text.appendText(first);
  for (const line of others) text.appendMarkdown('\n\n').appendText(line);
  // A code block, so that guidance from a file of the workspace is not rendered as Markdown.
  return block ? text.appendCodeblock(block.text, block.language) : text;
}
