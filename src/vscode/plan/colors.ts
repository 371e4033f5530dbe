/** What a row of the Plan view shows without being drawn anew: its colour, and how many steps are left. */

import * as vscode from 'vscode';
import type { Details } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';

const SCHEME = 'design-docs-plan';
/** VS Code draws two characters at most. */
const MOST = 99;

const DONE = new vscode.ThemeColor('disabledForeground');
const CONTRADICTED = new vscode.ThemeColor('list.warningForeground');

/** What VS Code asks about the looks of a row by. */
export function lookUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${encodeURIComponent(id)}` });
}

/** Done rows step back, contradictory ones stand out, and a milestone says how many of its steps are left. */
export function lookOf(
  { done, progress, rows }: PlanRow,
  { contradictions }: Details,
): vscode.FileDecoration {
  const left = progress && rows.length > 0 ? progress.total - progress.done : 0;
  const color = contradictions.length > 0 ? CONTRADICTED : done ? DONE : undefined;
  if (left === 0) return new vscode.FileDecoration(undefined, undefined, color);
  const tooltip = left === 1 ? vscode.l10n.t('1 step left') : vscode.l10n.t('{0} steps left', left);
  return new vscode.FileDecoration(String(Math.min(left, MOST)), tooltip, color);
}

/** The looks of all rows. VS Code knows them by the resources that the rows stand for. */
export class PlanLooks implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly onDidChangeFileDecorations = this.changed.event;
  private looks: ReadonlyMap<string, vscode.FileDecoration> = new Map();
  private readonly registered = vscode.window.registerFileDecorationProvider(this);

  /** Takes over how rows are to look, by `lookUri`. */
  show(looks: ReadonlyMap<string, vscode.FileDecoration>): void {
    const others = [...looks].filter(([key, look]) => !isLike(this.looks.get(key), look));
    this.looks = looks;
    if (others.length > 0) this.changed.fire(others.map(([key]) => vscode.Uri.parse(key)));
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    return uri.scheme === SCHEME ? this.looks.get(uri.toString()) : undefined;
  }

  dispose(): void {
    vscode.Disposable.from(this.registered, this.changed).dispose();
  }
}

function isLike(a: vscode.FileDecoration | undefined, b: vscode.FileDecoration): boolean {
  return a?.badge === b.badge && a?.color === b.color;
}
