/** The status bar item with the progress of the plan and its next step. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { plainText } from '../../core/document/plainText';
import { idle, idleText } from '../../core/plan/idle';
import { withoutLabel } from '../../core/plan/labels';
import type { NextStep } from '../../core/plan/next';
import { shorten } from '../../core/text/shorten';
import { localized } from '../localization/localized';
import { shownPlan } from '../planActions/target';
import type { Services } from '../services/services';

/** The maximum length of the title, in characters: all extensions share the status bar. */
const LONGEST_TITLE = 28;

/** Shows the next step of the current plan. A click goes to the step. */
export function nextStepItem(services: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('designDocs.nextStep', vscode.StatusBarAlignment.Right, 91);
  item.name = vscode.l10n.t('Design Docs: next step');
  // No arguments, since the command finds the same plan, and replacing a command makes clicks fail for a moment.
  item.command = 'designDocs.goToNextStep';
  const update = (): void => {
    const shown = shownPlan(services);
    if (shown === undefined || idle(shown.analysis.plan).reason === 'no-plan') {
      item.hide();
      return;
    }
    const { plan, next } = shown.analysis;
    const title =
      next && shorten(withoutLabel(plainText((next.step ?? next.milestone).title)), LONGEST_TITLE);
    item.text = [`$(checklist) ${plan.done}/${plan.total}`, ...(title ? [title] : [])].join(' ');
    const description = describe(shown.analysis);
    item.tooltip = description;
    item.accessibilityInformation = { label: description };
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    services.active.onDidChange(update),
    services.planDocument.onDidChange(update),
    services.analyses.onDidChange((document) => {
      if (document === shownPlan(services)?.document) update();
    }),
  );
}

function describe(analysis: Analysis): string {
  const { plan, next } = analysis;
  const counts = vscode.l10n.t('{0} of {1} steps done.', plan.done, plan.total);
  return `${counts} ${next ? describeNext(next) : localized(idleText(analysis))}`;
}

function describeNext({ action, milestone, step }: NextStep): string {
  const title = plainText((step ?? milestone).title);
  switch (action) {
    case 'do':
      return vscode.l10n.t('Next: {0}', title);
    case 'start':
      return vscode.l10n.t('Next: start {0}', title);
    case 'finish':
      return vscode.l10n.t('Next: tick {0}', title);
  }
}
