import * as vscode from 'vscode';
import { goalOfStep } from '../../../core/planEdits/move';
import { rowFor } from '../../planActions/pick';
import type { Services } from '../../services/services';
import type { Command } from '../command';

/** Moves a milestone or step up among its siblings. */
export const moveStepUp: Command = (services, argument) => moveStep(services, argument, -1);

/** Moves a milestone or step down among its siblings. */
export const moveStepDown: Command = (services, argument) => moveStep(services, argument, 1);

async function moveStep(services: Services, argument: unknown, by: -1 | 1): Promise<void> {
  const find = async (): ReturnType<typeof rowFor> => {
    const node = await rowFor(services, argument);
    // The first row is a link, which has no place to be moved from.
    return node?.link ? undefined : node;
  };
  await services.plan.move(find, (analysis, { line }) => {
    const goal = goalOfStep(analysis, line, by);
    if (!goal) {
      const first = vscode.l10n.t('It is already the first.');
      const last = vscode.l10n.t('It is already the last.');
      vscode.window.setStatusBarMessage(by < 0 ? first : last, 4000);
    }
    return goal;
  });
}
