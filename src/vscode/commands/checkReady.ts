import * as vscode from 'vscode';
import type { Reason } from '../../core/review/readiness';
import { readiness } from '../../core/review/readiness';
import { fileStatesOf } from '../../core/tools/evidence';
import { property, readUri } from '../documents/commandArguments';
import { baseName, pathInWorkspace } from '../documents/paths';
import { planTarget, showLine } from '../planActions/target';
import { fileStates } from '../services/fileStates';
import type { Command } from './command';

/**
 * Shows whether a draft is ready for review, or the findings of a document in a later stage, and goes to the one that
 * the user picks. Applies to the design doc at `uri`, or to the active one.
 */
export const checkReady: Command = async (services, argument) => {
  const { document, analysis } = await planTarget(services, readUri(property(argument, 'uri')));
  const states = fileStates(services, () => document.uri);
  const opened = { path: pathInWorkspace(document.uri), analysis };
  const { ready, isDraft, reasons } = readiness(analysis, await fileStatesOf(states, opened));
  const name = baseName(document.uri);
  if (ready) {
    const message = isDraft
      ? vscode.l10n.t('{0} is ready for review.', name)
      : vscode.l10n.t('{0} has no findings.', name);
    void vscode.window.showInformationMessage(message);
    return;
  }
  const reason = await choose(
    isDraft ? notReady(name, reasons.length) : found(name, reasons.length),
    reasons,
  );
  if (reason) await showLine(document, reason.line);
};

function notReady(name: string, count: number): string {
  return count === 1
    ? vscode.l10n.t('{0} is not ready for review, for 1 reason', name)
    : vscode.l10n.t('{0} is not ready for review, for {1} reasons', name, count);
}

function found(name: string, count: number): string {
  return count === 1
    ? vscode.l10n.t('{0} has 1 finding', name)
    : vscode.l10n.t('{0} has {1} findings', name, count);
}

async function choose(title: string, reasons: readonly Reason[]): Promise<Reason | undefined> {
  const items = reasons.map((reason) => {
    const line = vscode.l10n.t('Line {0}', reason.line + 1);
    const detail = reason.rule === undefined ? line : `${line} · ${reason.rule}`;
    return { label: reason.message, detail, reason };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Choose a reason to go to its line'),
    matchOnDetail: true,
  });
  return picked?.reason;
}
