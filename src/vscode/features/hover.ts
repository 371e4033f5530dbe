/** Hovers: what the template says about a section, on its heading. */

import * as vscode from 'vscode';
import { hoverAt } from '../../core/features/hover';
import { toRange } from '../documents/convert';
import type { Services } from '../services/services';

/** Shows requirement and guidance on headings that the template knows. */
export function hovers({ analyses }: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover(document, position) {
        const analysis = analyses.of(document);
        const hover = analysis && hoverAt(analysis, position);
        if (!hover) return undefined;
        // The guidance comes from a file of the workspace: as a code block it can neither link nor style anything.
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
