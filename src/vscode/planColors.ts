/** Colours of rows: done ones step back, contradictory ones stand out. */

import * as vscode from 'vscode';
import type { Details } from '../core/plan/details';
import type { PlanRow } from '../core/plan/rows';

const SCHEME = 'design-docs-plan';

const LOOKS: Readonly<Record<string, vscode.FileDecoration>> = {
  '/done': new vscode.FileDecoration(undefined, undefined, new vscode.ThemeColor('disabledForeground')),
  '/contradicted': new vscode.FileDecoration(
    undefined,
    undefined,
    new vscode.ThemeColor('list.warningForeground'),
  ),
};

/** What VS Code asks about the colour of a row by, or undefined for a row like any other. */
export function lookOf({ done }: PlanRow, { contradictions }: Details): vscode.Uri | undefined {
  if (contradictions.length > 0) return vscode.Uri.from({ scheme: SCHEME, path: '/contradicted' });
  return done ? vscode.Uri.from({ scheme: SCHEME, path: '/done' }) : undefined;
}

/** VS Code colours rows only by the resource that they stand for. */
export function planColors(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme, path }) => (scheme === SCHEME ? LOOKS[path] : undefined),
  });
}
