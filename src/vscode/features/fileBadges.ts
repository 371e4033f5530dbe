/** Badges of design docs in the Explorer and in tabs: the stage in two letters. */

import * as vscode from 'vscode';
import { stageName } from '../../core/status/stageName';
import { localized } from '../localization/localized';
import { settings } from '../manifest/settings';
import { reportErrors } from '../messages/reportError';
import type { IndexedFile, Services } from '../services/services';
import { changesSetting, readSetting } from '../settings/settings';

/** Two letters, as git's badges have one: M, U, A, D. A document without a status has no badge. */
const LETTERS: Readonly<Record<string, string>> = {
  draft: 'Dr',
  progress: 'Ip',
  merged: 'Mg',
  finished: 'Fi',
  reference: 'Rf',
  retrospective: 'Rt',
  dead: 'Gu',
};

/** Shows the badges, unless the user turns them off. */
export function fileBadges({ index }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let shown: ReadonlyMap<string, vscode.FileDecoration> = new Map();
  let isUsed = false;
  const isOn = (): boolean => readSetting(settings.badges);
  const show = (files: readonly IndexedFile[]): void => {
    const next = new Map(isOn() ? files.flatMap(badgeOf) : []);
    if (textOf(next) === textOf(shown)) return;
    shown = next;
    // All at once: VS Code drops the changes beyond the first 250 that are named.
    changed.fire(undefined);
  };
  const load = (): void => void reportErrors(index.current().then(show));
  index.keepCurrent(() => isUsed);
  return vscode.Disposable.from(
    changed,
    index.onDidChange(show),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (changesSetting(event, settings.badges)) load();
    }),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration(uri) {
        if (!/\.(?:md|markdown)$/i.test(uri.path)) return undefined;
        // Documents are read once a Markdown file is shown, and again after each change from then on: also without badges,
        // as the Explorer's menu has to know design docs.
        if (!isUsed) {
          isUsed = true;
          load();
        }
        return shown.get(uri.toString());
      },
    }),
  );
}

function badgeOf(file: IndexedFile): [string, vscode.FileDecoration][] {
  const letters = LETTERS[file.stage];
  if (letters === undefined) return [];
  const { done, total, uri } = file;
  const stage = vscode.l10n.t('Design doc: {0}', localized(stageName(file.stage)));
  const steps = vscode.l10n.t('{0} of {1} steps done', done, total);
  return [[uri.toString(), new vscode.FileDecoration(letters, total > 0 ? `${stage}, ${steps}` : stage)]];
}

function textOf(badges: ReadonlyMap<string, vscode.FileDecoration>): string {
  return JSON.stringify([...badges].map(([uri, { badge, tooltip }]) => [uri, badge, tooltip]));
}
