import * as vscode from 'vscode';
import { newMilestone } from '../../core/plan/newTask';
import { UserError } from '../../core/text/userError';
import { property, readUri } from '../documents/commandArguments';
import { insertStub } from '../planActions/insert';
import type { Command } from './command';

/** Adds a milestone after the last one of the plan that the view shows, or of the document that an argument names. */
export const addMilestone: Command = async ({ analyses, plan }, argument) => {
  const uri = readUri(property(argument, 'uri')) ?? plan.document?.uri;
  if (!uri) throw new UserError('no-plan', vscode.l10n.t('Open a design doc with a plan first.'));
  await insertStub(analyses, uri, newMilestone);
};
