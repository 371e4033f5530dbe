import * as vscode from 'vscode';
import type { Marked, Stripped } from '../../../core/review/markReady';
import { leftToDo, markReady as marked, stripForReview } from '../../../core/review/markReady';
import { readiness } from '../../../core/review/readiness';
import { changeBetween } from '../../../core/text/text';
import { UserError } from '../../../core/text/userError';
import { readDocument } from '../../documents/commandArguments';
import { baseName } from '../../documents/paths';
import { withDiff } from '../../documents/preview';
import { changeWithLinks } from '../../listing/followRenames';
import { localized } from '../../localization/localized';
import { showInformation } from '../../messages/show';
import { settledTarget } from '../../planActions/target';
import { showBoxes } from '../../review/boxList';
import { statesFor } from '../../review/states';
import type { Command } from '../command';

/**
 * Strips from the draft at `uri`, or from the active one, what must go before a review, and sets its status; shows the
 * change as a diff first. Shows what is in the way if the draft is not ready.
 */
export const markReady: Command = async (services, argument) => {
  const target = await settledTarget(services, readDocument(argument));
  const { document, analysis } = target;
  const before = analysis.document.text;
  const name = baseName(document.uri);
  const stripped = stripForReview(analysis);
  const change = marked(stripped, await statesFor(services, document, stripped.analysis));
  if (!change) {
    const left = leftToDo(analysis, readiness(analysis, await statesFor(services, document, analysis)));
    const title = vscode.l10n.t('{0} cannot be marked: it is not ready for review', name);
    if (await showBoxes(services, target, title, left)) await markReady(services, { uri: document.uri });
    return;
  }
  if (change.text === before) {
    void showInformation(
      vscode.l10n.t(
        '{0} is ready for review, and there is nothing to change. {1}',
        name,
        localized(change.note ?? ''),
      ),
    );
    return;
  }
  const yes = vscode.l10n.t('Mark Ready');
  const answer = await withDiff(document, change.text, yes, () =>
    showInformation(question(name, stripped, change), yes),
  );
  if (answer !== yes) return;
  const outcome = await changeWithLinks(services.edits, document.uri, (current) => {
    if (current.getText() !== before) return undefined;
    const edit = changeBetween(before, change.text);
    return edit ? [edit] : [];
  });
  if (outcome === 'done') return;
  throw new UserError(
    'not-marked',
    outcome === 'stale'
      ? vscode.l10n.t('{0} has changed since, so it was not marked. Try again.', name)
      : vscode.l10n.t('VS Code could not change {0}.', name),
  );
};

function question(name: string, { count }: Stripped, { status, note }: Marked): string {
  const leftovers = vscode.l10n.t('Leftovers of the template that are removed: {0}.', count);
  const change =
    status === undefined ? localized(note ?? '') : vscode.l10n.t('The status becomes "{0}".', status);
  return vscode.l10n.t('Mark {0} as ready for review? {1} {2}', name, change, leftovers);
}
