import * as vscode from 'vscode';
import { checklistEdits } from '../../../core/plan/shape';
import { UserError } from '../../../core/text/userError';
import { property, readUri } from '../../documents/commandArguments';
import { changePlan } from '../../plan/edits';
import type { Command } from '../command';

/** Turns the bullets of a plan into checkboxes. */
export const makeChecklist: Command = async ({ analyses, edits, plan }, argument) => {
  const uri = readUri(property(argument, 'uri')) ?? plan.document?.uri;
  if (!uri) throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  await changePlan(analyses, edits, uri, ({ document, bound }) => {
    const boxEdits = checklistEdits(document, bound?.outline);
    return boxEdits.length > 0
      ? { edits: boxEdits }
      : { refused: vscode.l10n.t('The plan has no plain bullets.') };
  });
};
