/** Hovers on headings, with the template's requirement and guidance for the section. */

import * as vscode from 'vscode';
import { hoverAt } from '../../core/features/hover';
import { toRange } from '../documents/convert';
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
        // A code block, so that guidance from a file of the workspace is not rendered as Markdown.
        const text = new vscode.MarkdownString()
          .appendMarkdown('**')
          .appendText(hover.title)
          .appendMarkdown('** — ');
        text.appendText(hover.requirement);
        if (hover.guidance !== '') text.appendCodeblock(hover.guidance, 'markdown');
        return new vscode.Hover(text, toRange(hover.range));
      },
    },
  );
}
