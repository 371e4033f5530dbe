/** Takes back what another program changed. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';
import { baseName } from '../documents/paths';
import type { ReportedChange, ReportedChanges } from '../services/services';

/** Gives the files their earlier texts. Throws a `UserError` that names those that have changed since. */
export async function takeBack(reported: ReportedChanges, changes: readonly ReportedChange[]): Promise<void> {
  const left: string[] = [];
  for (const change of changes) {
    if (!(await reported.takeBack(change))) left.push(baseName(change.uri));
  }
  if (left.length === 0) return;
  throw new UserError(
    'changed-since',
    vscode.l10n.t('{0} has changed since, and was left as it is. Run Show What Changed.', left.join(', ')),
  );
}
