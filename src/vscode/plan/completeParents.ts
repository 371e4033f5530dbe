/** Ticks rows and offers to tick or untick their parents when they contradict the rows. Never does so unasked. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { plainText } from '../../core/document/plainText';
import type { RowReference } from '../../core/features/planRows';
import { findRow, planRows } from '../../core/features/planRows';
import type { Milestone } from '../../core/plan/plan';
import type { Step } from '../../core/plan/tasks';
import { contradicted, tickEdits } from '../../core/plan/tick';
import { isDone } from '../../core/plan/unfinished';
import { shorten } from '../../core/text/shorten';
import type { EditQueue } from '../documents/editQueue';
import { settings } from '../manifest/settings';
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
 * Offers to toggle the tasks that contradict rows that were just toggled. Does not wait for the user's answer; with the
 * setting `always`, it waits for the change.
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
  const [first, ...rest] = tasksAround(analyses.of(document), rows);
  if (first === undefined) return;
  const resource = { setting: SETTING, resource: uri, ...question(first, rest) } as const;
  const done = confirm(resource).then(async (agreed) => {
    if (agreed) await toggleAround(analyses, edits, uri, rows);
  });
  await (setting === 'always' ? done : void reportErrors(done));
}

/** Toggles the contradicting tasks, which are computed again, since the document may have changed before the answer. */
async function toggleAround(
  analyses: Analyses,
  edits: EditQueue,
  uri: vscode.Uri,
  rows: readonly RowReference[],
): Promise<void> {
  await changePlan(analyses, edits, uri, (analysis) => ({
    edits: tasksAround(analysis, rows).flatMap(
      (task) => tickEdits(analysis.document, task.line, !isDone(task), analysis.plan.format) ?? [],
    ),
  }));
}

/** The tasks that contradict the current state of the rows. Deleted rows contradict nothing. */
function tasksAround(analysis: Analysis | undefined, rows: readonly RowReference[]): (Step | Milestone)[] {
  if (!analysis) return [];
  const { plan } = analysis;
  const now = planRows(plan);
  const lines = rows.map((row) => findRow(now, row)?.line).filter((line) => line !== undefined);
  return [...new Set(lines.flatMap((line) => contradicted(plan, line)))];
}

function question(
  first: Step | Milestone,
  rest: readonly (Step | Milestone)[],
): { readonly text: string; readonly yes: string } {
  const titles = [first, ...rest].map(({ title }) => `"${shorten(plainText(title), LONGEST_TITLE)}"`);
  const names = titles.join(', ');
  if (isDone(first)) {
    const text =
      rest.length === 0
        ? vscode.l10n.t('{0} is ticked, but a step of it is open. Untick it?', names)
        : vscode.l10n.t('{0} are ticked, but a step of theirs is open. Untick them?', names);
    return { text, yes: vscode.l10n.t('Untick') };
  }
  const text =
    rest.length === 0
      ? vscode.l10n.t('All steps of {0} are done. Tick it?', names)
      : vscode.l10n.t('All steps of {0} are done. Tick them?', names);
  return { text, yes: vscode.l10n.t('Tick') };
}
