/** The next step in the status bar: how far the plan is, and what it asks for now. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { plainText } from '../../core/document/plainText';
import { withoutLabel } from '../../core/plan/labels';
import type { NextStep } from '../../core/plan/next';
import { shorten } from '../../core/text/shorten';
import { shownPlan } from '../planActions/target';
import type { Services } from '../services/services';

/** The status bar is everybody's. */
const LONGEST_TITLE = 28;

/** Shows what is next in the plan that the user looks at, and leads there. */
export function nextStepItem(services: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('designDocs.nextStep', vscode.StatusBarAlignment.Right, 91);
  item.name = vscode.l10n.t('Design Docs: next step');
  // It finds the same plan by itself. A command with arguments is lost for a moment whenever it is set anew.
  item.command = 'designDocs.goToNextStep';
  const update = (): void => {
    const shown = shownPlan(services);
    if (shown === undefined || shown.analysis.plan.total === 0) {
      item.hide();
      return;
    }
    const { plan, next } = shown.analysis;
    const title =
      next && shorten(withoutLabel(plainText((next.step ?? next.milestone).title)), LONGEST_TITLE);
    item.text = [`$(checklist) ${plan.done}/${plan.total}`, ...(title ? [title] : [])].join(' ');
    const said = spoken(shown.analysis);
    item.tooltip = said;
    item.accessibilityInformation = { label: said };
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

function spoken({ plan: { done, total }, next }: Analysis): string {
  const counts = vscode.l10n.t('{0} of {1} steps done.', done, total);
  return next ? `${counts} ${whatIsNext(next)}` : counts;
}

function whatIsNext({ action, milestone, step }: NextStep): string {
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
