import * as vscode from 'vscode';
import { newMilestone } from '../../../core/planEdits/newTask';
import { UserError } from '../../../core/text/userError';
import { property, readUri } from '../../documents/commandArguments';
import { insertStub } from '../../planActions/insert';
import type { Command } from '../command';

/** Adds a milestone at the end of the plan of the document at `uri`, or of the one in the Plan view. */
export const addMilestone: Command = async (services, argument) => {
  const uri = readUri(property(argument, 'uri')) ?? services.plan.document?.uri;
  if (!uri) throw new UserError('no-plan', vscode.l10n.t('Open a design doc with a plan first.'));
  await insertStub(services, uri, newMilestone);
};
