import * as vscode from 'vscode';
import type { Analysis } from '../../../core/analysis/analyze';
import type { Finalized, FinalizeFacts } from '../../../core/finalize/finalize';
import { finalize as finalized } from '../../../core/finalize/finalize';
import type { Obstacle } from '../../../core/finalize/obstacles';
import { changeBetween } from '../../../core/text/text';
import { UserError } from '../../../core/text/userError';
import { fileStatesOf } from '../../../core/tools/evidence';
import { readDocument } from '../../documents/commandArguments';
import { baseName, pathInside, pathInWorkspace } from '../../documents/paths';
import { withDiff } from '../../documents/preview';
import { findInboundLinks } from '../../listing/inboundLinks';
import { localized } from '../../localization/localized';
import { showInformation } from '../../messages/show';
import type { PlanTarget } from '../../planActions/target';
import { planTarget, showLine } from '../../planActions/target';
import { fileStates } from '../../services/fileStates';
import type { Services } from '../../services/services';
import type { Command } from '../command';

/**
 * Makes the design doc at `uri` of the argument, or the active one, its summary: shows the change as a diff, and applies
 * it as one edit if the user confirms. Otherwise the reasons against it are listed, each with its line.
 */
export const finalize: Command = async (services, argument) => {
  const target = await planTarget(services, readDocument(argument));
  const { document, analysis } = target;
  const result = await finalizedByChoice(analysis, await factsOf(services, target));
  const name = baseName(document.uri);
  if (!result) return;
  if (result.kind === 'already') {
    void showInformation(`${name}: ${localized(result.message)}`);
  } else if (result.kind === 'refused') {
    const reason = await chooseReason(name, result.reasons);
    if (reason?.line !== undefined) await showLine(document, reason.line);
  } else if (await isConfirmed(document, result.text)) {
    await apply(services, target, result.text);
  }
};

async function factsOf(services: Services, { document, analysis }: PlanTarget): Promise<FinalizeFacts> {
  const { uri } = document;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path = folder && pathInside(folder.uri, uri);
  const ask = vscode.workspace.isTrusted ? services.host.fullVersion : undefined;
  const states = await fileStatesOf(
    fileStates(services, () => uri),
    { path: pathInWorkspace(uri), analysis },
  );
  const inbound = folder && path !== undefined ? await findInboundLinks(folder.uri, path) : [];
  return { full: (await ask?.(uri, analysis.document.text)) ?? { kind: 'no git' }, inbound, states };
}

/** The result; if the template does not tell which section is the summary, the user chooses those that stay. */
async function finalizedByChoice(
  analysis: Analysis,
  facts: FinalizeFacts,
): Promise<Exclude<Finalized, { kind: 'choose' }> | undefined> {
  const result = finalized(analysis, facts);
  if (result.kind !== 'choose') return result;
  const keep = await vscode.window.showQuickPick([...result.sections], {
    canPickMany: true,
    title: vscode.l10n.t('Which sections sum the document up?'),
    placeHolder: vscode.l10n.t('They stay as they are'),
  });
  return keep && keep.length > 0 ? finalizedByChoice(analysis, { ...facts, keep }) : undefined;
}

async function chooseReason(name: string, reasons: readonly Obstacle[]): Promise<Obstacle | undefined> {
  const items = reasons.map((reason) => ({
    label: localized(reason.message),
    ...(reason.line !== undefined && { detail: vscode.l10n.t('Line {0}', reason.line + 1) }),
    reason,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('{0} cannot be finalized yet', name),
    placeHolder: vscode.l10n.t('Choose a reason to go to its line'),
  });
  return picked?.reason;
}

async function isConfirmed(document: vscode.TextDocument, text: string): Promise<boolean> {
  const yes = vscode.l10n.t('Finalize');
  const question = vscode.l10n.t(
    'Replace {0} by its summary? Git keeps the full text.',
    baseName(document.uri),
  );
  return withDiff(document, text, yes, async () => {
    return (await showInformation(question, yes)) === yes;
  });
}

/** Writes the summary, unless the document has changed since. */
async function apply(services: Services, { document, analysis }: PlanTarget, text: string): Promise<void> {
  const { uri } = document;
  const before = analysis.document.text;
  const change = changeBetween(before, text);
  const outcome = await services.edits.change(uri, (current) => {
    if (current.getText() !== before) return undefined;
    return change ? [change] : [];
  });
  if (outcome === 'done') return;
  const message =
    outcome === 'stale'
      ? vscode.l10n.t('{0} has changed since. Finalize it again.', baseName(uri))
      : vscode.l10n.t('VS Code could not change {0}.', baseName(uri));
  throw new UserError('not-finalized', message);
}
