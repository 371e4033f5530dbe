/**
 * Ticks rows, and offers what follows: to tick or untick the parents that contradict the rows, and to update the list of
 * next steps after a milestone. Never does so unasked.
 */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { plainText } from '../../core/document/plainText';
import type { RowReference } from '../../core/features/planRows';
import { findRow, planRows } from '../../core/features/planRows';
import { nextStepsAfter } from '../../core/plan/nextSteps';
import type { Milestone } from '../../core/plan/plan';
import type { Step } from '../../core/plan/tasks';
import { isDone } from '../../core/plan/unfinished';
import { contradicted, tickEdits } from '../../core/planEdits/tick';
import { shorten } from '../../core/text/shorten';
import type { TextEdit } from '../../core/text/text';
import type { EditQueue } from '../documents/editQueue';
import { settings } from '../manifest/settings';
import type { Confirmation } from '../messages/confirm';
import { confirm } from '../messages/confirm';
import { reportErrors } from '../messages/reportError';
import type { Analyses } from '../model/analyses';
import { readSetting } from '../settings/settings';
import type { Tick } from './edits';
import { changePlan, tickRow } from './edits';

const SETTING = settings.completeMilestone;
/** The maximum length of a title in a message, in characters: a message that wraps hides its buttons. */
const LONGEST_TITLE = 60;

/** Ticks or unticks one box, and offers to do the same to the tasks that now contradict it. */
export async function tick(analyses: Analyses, edits: EditQueue, change: Tick): Promise<void> {
  await tickRow(analyses, edits, change);
  await offerCompletion(analyses, edits, change.uri, [change.row]);
}

/**
 * Offers to toggle the tasks that contradict rows that were just toggled, and to update the list of next steps after a
 * milestone that they finish. Does not wait for the user's answer; with the setting `always`, it waits for the change.
 */
export async function offerCompletion(
  analyses: Analyses,
  edits: EditQueue,
  uri: vscode.Uri,
  rows: readonly RowReference[],
): Promise<void> {
  const setting = readSetting(SETTING, uri);
  if (setting === 'never') return;
  const document = await vscode.workspace.openTextDocument(uri);
  const offered = followUp(analyses.of(document), rows);
  const asked = question(offered);
  if (!asked) return;
  const done = confirm({ setting: SETTING, resource: uri, ...asked }).then(async (agreed) => {
    if (!agreed) return;
    await changePlan(analyses, edits, uri, (analysis) => {
      const { ticks, nextSteps } = followUp(analysis, rows);
      return { edits: [...ticks, ...nextSteps] };
    });
  });
  await (setting === 'always' ? done : void reportErrors(done));
}

/** What follows from rows that were just toggled. */
interface FollowUp {
  /** The tasks to toggle, because they contradict the rows. */
  readonly tasks: readonly (Step | Milestone)[];
  readonly ticks: readonly TextEdit[];
  /** The edits of the list of next steps. */
  readonly nextSteps: readonly TextEdit[];
}

/** It is computed again after the answer, since the document may have changed before it. */
function followUp(analysis: Analysis | undefined, rows: readonly RowReference[]): FollowUp {
  if (!analysis) return { tasks: [], ticks: [], nextSteps: [] };
  const { document, plan } = analysis;
  const lines = linesNow(analysis, rows);
  const tasks = [...new Set(lines.flatMap((line) => contradicted(plan, line)))];
  const ticks = tasks.flatMap((task) => tickEdits(document, task.line, !isDone(task), plan.format) ?? []);
  return { tasks, ticks, nextSteps: nextStepsAfter(analysis, ticks, lines) };
}

/** The current lines of the rows that still exist. */
function linesNow({ plan }: Analysis, rows: readonly RowReference[]): number[] {
  const now = planRows(plan);
  return rows.map((row) => findRow(now, row)?.line).filter((line) => line !== undefined);
}

/** Undefined if nothing follows. */
function question({ tasks, nextSteps }: FollowUp): Pick<Confirmation, 'text' | 'yes'> | undefined {
  const [first, ...rest] = tasks;
  if (!first) {
    if (nextSteps.length === 0) return undefined;
    const text = vscode.l10n.t('The list of next steps names a milestone that is done. Update the list?');
    return { text, yes: vscode.l10n.t('Update') };
  }
  const names = tasks.map(({ title }) => `"${shorten(plainText(title), LONGEST_TITLE)}"`).join(', ');
  if (isDone(first)) {
    const text =
      rest.length === 0
        ? vscode.l10n.t('{0} is ticked, but a step of it is open. Untick it?', names)
        : vscode.l10n.t('{0} are ticked, but a step of theirs is open. Untick them?', names);
    return { text, yes: vscode.l10n.t('Untick') };
  }
  if (nextSteps.length > 0) {
    const text =
      rest.length === 0
        ? vscode.l10n.t('All steps of {0} are done. Tick it, and update the list of next steps?', names)
        : vscode.l10n.t('All steps of {0} are done. Tick them, and update the list of next steps?', names);
    return { text, yes: vscode.l10n.t('Tick') };
  }
  const text =
    rest.length === 0
      ? vscode.l10n.t('All steps of {0} are done. Tick it?', names)
      : vscode.l10n.t('All steps of {0} are done. Tick them?', names);
  return { text, yes: vscode.l10n.t('Tick') };
}
