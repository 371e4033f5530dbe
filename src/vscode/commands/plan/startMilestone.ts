import * as vscode from 'vscode';
import type { PlanRow } from '../../../core/features/planRows';
import { findRow, planRows } from '../../../core/features/planRows';
import type { Milestone } from '../../../core/plan/plan';
import { milestoneToStart, startableMilestones } from '../../../core/planEdits/places';
import { UserError } from '../../../core/text/userError';
import { property, readUri } from '../../documents/commandArguments';
import { baseName } from '../../documents/paths';
import { pickItem } from '../../inputs/pickItem';
import { showInformation } from '../../messages/show';
import { start } from '../../planActions/startMilestone';
import type { PlanTarget } from '../../planActions/target';
import { planTarget } from '../../planActions/target';
import type { Command } from '../command';

/**
 * Starts a milestone: the given row of the Plan view or the milestone on the `line` of `uri`, or else the one at the
 * cursor or the next one, or else the one that the user picks.
 */
export const startMilestone: Command = async (services, argument) => {
  const target = await planTarget(services, readUri(property(argument, 'uri')));
  const row = rowOf(target, argument) ?? (await chosen(target));
  if (row) await start(services, target.document, row);
};

/** The milestone that an argument identifies by `row`, which may have moved, or by `line`; undefined if by neither. */
function rowOf({ analysis }: PlanTarget, argument: unknown): PlanRow | undefined {
  const rows = planRows(analysis.plan);
  const given = property(argument, 'row');
  const line = property(argument, 'line');
  if (given === undefined && line === undefined) return undefined;
  const row = given === undefined ? rows.find((each) => each.line === line) : findRow(rows, given as PlanRow);
  if (row?.progress) return row;
  throw new UserError('stale-step', vscode.l10n.t('That line no longer has a milestone to start.'));
}

async function chosen({ document, analysis }: PlanTarget): Promise<PlanRow | undefined> {
  const editor = vscode.window.activeTextEditor;
  const line = editor?.document === document ? editor.selection.active.line : undefined;
  const milestone =
    milestoneToStart(analysis, line) ?? (await pick(document, startableMilestones(analysis.plan)));
  return milestone && planRows(analysis.plan).find((row) => row.line === milestone.line);
}

async function pick(
  document: vscode.TextDocument,
  milestones: readonly Milestone[],
): Promise<Milestone | undefined> {
  if (milestones.length === 0) {
    const message = vscode.l10n.t('No milestone of {0} is left to start.', baseName(document.uri));
    void showInformation(message);
    return undefined;
  }
  const items = milestones.map((milestone) => ({ label: milestone.title, milestone }));
  const picked = await pickItem(items, {
    title: vscode.l10n.t('Start Milestone'),
    placeHolder: vscode.l10n.t('Choose the milestone to start'),
  });
  return picked?.milestone;
}
