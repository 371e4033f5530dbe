import * as vscode from 'vscode';
import { UserError } from '../../../core/text/userError';
import { property, readUri } from '../../documents/commandArguments';
import { showChanges } from '../../guard/showChanges';
import { takeBack } from '../../guard/takeBack';
import type { ReportedChange, Services } from '../../services/services';
import type { Command } from '../command';

/** Shows what another program changed in the document at `uri`, or in the active one. */
export const showWhatChanged: Command = async (services, argument) => {
  const change = changeOf(services, argument);
  services.reported.acknowledge(change);
  await showChanges([change]);
};

/** Takes it back. */
export const takeBackChange: Command = async (services, argument) => {
  await takeBack(services.reported, [changeOf(services, argument)]);
};

function changeOf({ active, reported }: Services, argument: unknown): ReportedChange {
  const uri = readUri(property(argument, 'uri')) ?? active.uri;
  const change = uri && reported.of(uri);
  if (change) return change;
  throw new UserError(
    'no-change',
    vscode.l10n.t('No other program has changed this design doc since you last saw or saved it.'),
  );
}
