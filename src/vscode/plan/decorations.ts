/** The decorations of rows in the Plan view, which change without a redraw: the colour and the number of steps left. */

import * as vscode from 'vscode';
import type { Details } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';
import { colors } from '../manifest/colors';

const SCHEME = 'design-docs-plan';
/** The highest number in a badge: VS Code shows at most two characters. */
const MAX_COUNT = 99;

/** The colour of completed rows. */
export const DONE = new vscode.ThemeColor(colors.doneForeground.id);
const CONTRADICTED = new vscode.ThemeColor('list.warningForeground');

/** The resource URI of a row, by which VS Code requests its decoration. */
export function decorationUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${encodeURIComponent(id)}` });
}

/**
 * The decoration of a row, if it has one: dimmed if done, highlighted if contradictory; a milestone's badge counts the
 * steps left.
 */
export function decorationOf(
  { done, progress, rows }: PlanRow,
  { contradictions }: Details,
): vscode.FileDecoration | undefined {
  const left = progress && rows.length > 0 ? progress.total - progress.done : 0;
  const color = contradictions.length > 0 ? CONTRADICTED : done ? DONE : undefined;
  if (left === 0) return color && new vscode.FileDecoration(undefined, undefined, color);
  const tooltip = left === 1 ? vscode.l10n.t('1 step left') : vscode.l10n.t('{0} steps left', left);
  return new vscode.FileDecoration(String(Math.min(left, MAX_COUNT)), tooltip, color);
}

/** Provides the decorations of all rows, by resource URI. */
export class PlanDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly onDidChangeFileDecorations = this.changed.event;
  private decorations: ReadonlyMap<string, vscode.FileDecoration> = new Map();
  private readonly registered = vscode.window.registerFileDecorationProvider(this);

  /** Sets the decorations of all rows that have one, by id, and reports the changed ones to VS Code. */
  show(decorations: ReadonlyMap<string, vscode.FileDecoration>): void {
    const before = this.decorations;
    const changed = [
      ...[...decorations]
        .filter(([id, decoration]) => !sameDecoration(before.get(id), decoration))
        .map(([id]) => id),
      ...[...before.keys()].filter((id) => !decorations.has(id)),
    ];
    this.decorations = decorations;
    if (changed.length > 0) this.changed.fire(changed.map(decorationUri));
  }

  provideFileDecoration({ scheme, path }: vscode.Uri): vscode.FileDecoration | undefined {
    return scheme === SCHEME ? this.decorations.get(decodeURIComponent(path.slice(1))) : undefined;
  }

  dispose(): void {
    vscode.Disposable.from(this.registered, this.changed).dispose();
  }
}

function sameDecoration(a: vscode.FileDecoration | undefined, b: vscode.FileDecoration): boolean {
  return a?.badge === b.badge && a?.color === b.color && a?.tooltip === b.tooltip;
}
