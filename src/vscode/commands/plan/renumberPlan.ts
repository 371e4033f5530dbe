import * as vscode from 'vscode';
import { renumberPlan as renumber } from '../../../core/planEdits/renumber';
import { UserError } from '../../../core/text/userError';
import { property, readUri } from '../../documents/commandArguments';
import { changePlan } from '../../plan/edits';
import type { Command } from '../command';

/** Renumbers the milestones and steps of a plan. */
export const renumberPlan: Command = async ({ analyses, edits, plan }, argument) => {
  const uri = readUri(property(argument, 'uri')) ?? plan.document?.uri;
  if (!uri) throw new UserError('no-plan', vscode.l10n.t('Open a design doc with a plan first.'));
  let changed = false;
  await changePlan(analyses, edits, uri, (analysis) => {
    const change = renumber(analysis);
    changed = change.edits.length > 0;
    return change;
  });
  if (!changed) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('All numbers of the plan are in order.'), 4000);
  }
};
