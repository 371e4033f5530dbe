import * as vscode from 'vscode';
import type { Reason } from '../../core/ready';
import { readiness } from '../../core/ready';
import { changesSince } from '../../core/tools/desk';
import { changedSince } from '../changes';
import { baseName, pathInWorkspace } from '../paths';
import { planTarget, showLine } from '../plan/target';
import { property, readUri } from './arguments';
import type { Command } from './command';

/**
 * Says whether the active design doc, or the one that `uri` names, is ready for review, and leads to what is in the
 * way.
 */
export const checkReady: Command = {
  id: 'designDocs.checkReady',
  async run(services, argument) {
    const { document, analysis } = await planTarget(services, readUri(property(argument, 'uri')));
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    const git = { changedSince: (state: string) => changedSince(services, folder, state) };
    const opened = { path: pathInWorkspace(document.uri), text: document.getText(), analysis };
    const { ready, reasons } = readiness(analysis, await changesSince(git, opened));
    const name = baseName(document.uri);
    if (ready) {
      void vscode.window.showInformationMessage(vscode.l10n.t('{0} is ready for review.', name));
      return;
    }
    const reason = await choose(name, reasons);
    if (reason) await showLine(document, reason.line);
  },
};

async function choose(name: string, reasons: readonly Reason[]): Promise<Reason | undefined> {
  const items = reasons.map((reason) => {
    const line = vscode.l10n.t('Line {0}', reason.line + 1);
    const detail = reason.rule === undefined ? line : `${line} · ${reason.rule}`;
    return { label: reason.message, detail, reason };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title:
      reasons.length === 1
        ? vscode.l10n.t('{0} is not ready for review, for 1 reason', name)
        : vscode.l10n.t('{0} is not ready for review, for {1} reasons', name, reasons.length),
    placeHolder: vscode.l10n.t('Choose a reason to go to its line'),
    matchOnDetail: true,
  });
  return picked?.reason;
}
