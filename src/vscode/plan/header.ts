/** What the Plan view shows around its rows: the message above them, the badge, and the state for its menus. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { contradictions } from '../../core/features/planDetails';
import { checklistEdits } from '../../core/plan/shape';
import { baseName } from '../documents/paths';
import type { PlanState } from '../manifest/when';

/** The message above the rows. With a message, VS Code shows no welcome text, so a document without a plan has none. */
export function messageOf(
  { uri }: vscode.TextDocument,
  { plan: { done, total } }: Analysis,
  pinned: boolean,
): string | undefined {
  if (total === 0) return undefined;
  const name = baseName(uri);
  return pinned
    ? vscode.l10n.t('{0} of {1} steps done · {2} (pinned)', done, total, name)
    : vscode.l10n.t('{0} of {1} steps done · {2}', done, total, name);
}

/** The state of the plan, on which menus and welcome texts depend. */
export function stateOf({ document, plan, bound }: Analysis): PlanState {
  if (plan.total > 0 || plan.milestones.length > 0) return 'rows';
  return checklistEdits(document, bound?.outline).length > 0 ? 'bullets' : 'empty';
}

/** The badge: the number of contradictions in the plan. */
export function badgeOf(analysis: Analysis): vscode.ViewBadge | undefined {
  const { length } = contradictions(analysis);
  if (length === 0) return undefined;
  const tooltip =
    length === 1
      ? vscode.l10n.t('1 contradiction in the plan')
      : vscode.l10n.t('{0} contradictions in the plan', length);
  return { value: length, tooltip };
}
