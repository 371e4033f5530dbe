/** Tells in a message what other programs changed in design docs. */

import * as vscode from 'vscode';
import { baseName } from '../documents/paths';
import { localized } from '../localization/localized';
import { settings } from '../manifest/settings';
import { reportErrors } from '../messages/reportError';
import { showInformation, showWarning } from '../messages/show';
import type { ReportedChange, ReportedChanges, Services } from '../services/services';
import { setContext } from '../settings/setContext';
import { writeSetting } from '../settings/settings';
import { earlierTexts, showChanges } from './showChanges';
import { takeBack } from './takeBack';

/** VS Code hides a message after a while, unanswered. Then the next one may come, in milliseconds. */
const SHOWN = 20_000;
/** The maximum number of documents that one message names. */
const MAX_NAMED = 3;

/** Shows one message at a time, and keeps `designDocs.changeReported` true while the active document has a change. */
export function changeMessages({ active, reported }: Services): vscode.Disposable {
  const queue = new MessageQueue(reported);
  const update = (): void => {
    setContext(
      'designDocs.changeReported',
      active.uri !== undefined && reported.of(active.uri) !== undefined,
    );
  };
  return vscode.Disposable.from(
    earlierTexts(),
    queue,
    reported.onDidReport((changes) => queue.add(changes)),
    reported.onDidChange(update),
    active.onDidChange(update),
  );
}

/** Changes that are reported once the message on the screen is answered or hidden. */
class MessageQueue implements vscode.Disposable {
  private readonly waiting = new Map<string, vscode.Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isShown = false;

  constructor(private readonly reported: ReportedChanges) {}

  add(changes: readonly ReportedChange[]): void {
    for (const { uri } of changes) this.waiting.set(uri.toString(), uri);
    if (!this.isShown) this.next();
  }

  private next(): void {
    clearTimeout(this.timer);
    const changes = [...this.waiting.values()].flatMap((uri) => this.reported.of(uri) ?? []);
    this.waiting.clear();
    this.isShown = changes.length > 0;
    if (!this.isShown) return;
    const timer = setTimeout(() => this.next(), SHOWN);
    this.timer = timer;
    void reportErrors(tell(this.reported, changes)).then(() => {
      if (this.timer === timer) this.next();
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

async function tell(reported: ReportedChanges, changes: readonly ReportedChange[]): Promise<void> {
  const show = vscode.l10n.t('Show Changes');
  const back = vscode.l10n.t('Take Back');
  const never = vscode.l10n.t("Don't Show Again");
  const isFlagged = changes.some(({ report }) => report.isFlagged);
  const ask = isFlagged ? showWarning : showInformation;
  const answer = await ask(textOf(changes), show, back, never);
  // What changed since the message is shown and taken back along with it.
  const current = changes.flatMap(({ uri }) => reported.of(uri) ?? []);
  for (const change of changes) reported.acknowledge(change);
  if (answer === show) await showChanges(current.length > 0 ? current : changes);
  if (answer === back) await takeBack(reported, current.length > 0 ? current : changes);
  if (answer === never) await writeSetting(settings.reportChanges, 'off', vscode.ConfigurationTarget.Global);
}

function textOf(changes: readonly ReportedChange[]): string {
  const [first] = changes;
  if (changes.length === 1 && first) {
    const name = baseName(first.uri);
    return vscode.l10n.t(
      'Another program changed {0}. {1}',
      name,
      first.report.sentences.map(localized).join(' '),
    );
  }
  const told = changes.slice(0, MAX_NAMED).map(({ uri, report }) => {
    return `${baseName(uri)}: ${localized(report.sentences[0] ?? '')}`;
  });
  const left = changes.length - told.length;
  if (left > 0) told.push(vscode.l10n.t('And {0} more.', left));
  return vscode.l10n.t('Another program changed {0} design docs. {1}', changes.length, told.join(' '));
}
