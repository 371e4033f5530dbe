/** Code lenses on the plan: the progress of milestones, and actions for the next step. */

import * as vscode from 'vscode';
import type { Lens } from '../../core/features/lenses';
import { planLenses } from '../../core/features/lenses';
import { settings } from '../manifest/settings';
import type { Services } from '../services/services';
import { changesSetting, readSetting } from '../settings/settings';

/** Registers the code lenses, unless the user turns them off. */
export function codeLenses({ analyses }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const shown = new WeakMap<vscode.TextDocument, string>();
  const offersOn = (document: vscode.TextDocument): readonly Lens[] => {
    const analysis = readSetting(settings.codeLens, document.uri) ? analyses.of(document) : undefined;
    return analysis ? planLenses(analysis) : [];
  };
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const offers = offersOn(document);
      shown.set(document, JSON.stringify(offers));
      return lensesOf(document, offers);
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider({ language: 'markdown' }, provider),
    // A replaced lens is not clickable for a moment, so unchanged lenses are not replaced.
    analyses.onDidChange((document) => {
      const last = shown.get(document);
      if (last !== undefined && last !== JSON.stringify(offersOn(document))) changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (changesSetting(event, settings.codeLens)) changed.fire();
    }),
  );
}

function lensesOf(document: vscode.TextDocument, offers: readonly Lens[]): vscode.CodeLens[] {
  return offers.map((offer) => {
    const { firstNonWhitespaceCharacterIndex: column } = document.lineAt(offer.line);
    return new vscode.CodeLens(
      new vscode.Range(offer.line, column, offer.line, column),
      toCommand(document, offer),
    );
  });
}

function toCommand({ uri }: vscode.TextDocument, offer: Lens): vscode.Command {
  switch (offer.kind) {
    case 'ready':
      return {
        title: readyTitle(offer.count),
        tooltip: vscode.l10n.t('Check whether this design doc is ready for review'),
        command: 'designDocs.checkReady',
        arguments: [{ uri }],
      };
    case 'findings':
      return {
        title: findingsTitle(offer.count),
        tooltip: vscode.l10n.t('Show the findings in this design doc'),
        command: 'designDocs.checkReady',
        arguments: [{ uri }],
      };
    case 'progress':
      return {
        title: vscode.l10n.t('{0}/{1} done', offer.done, offer.total),
        command: 'designDocs.showPlan',
      };
    case 'start':
      return {
        title: vscode.l10n.t('$(play) Start'),
        tooltip: vscode.l10n.t('Write the steps of this milestone'),
        command: 'designDocs.startMilestone',
        arguments: [{ uri, line: offer.line }],
      };
    case 'addStep':
      return {
        title: vscode.l10n.t('Add Step'),
        tooltip: vscode.l10n.t('Write another step under this milestone'),
        command: 'designDocs.addStep',
        arguments: [{ uri, line: offer.line, title: offer.title }],
      };
    case 'complete':
      return {
        title: vscode.l10n.t('$(check) Complete'),
        tooltip: vscode.l10n.t('Tick this step'),
        command: 'designDocs.toggleStep',
        arguments: [{ uri, line: offer.line, title: offer.title, done: true }],
      };
    case 'handOff':
      return {
        title: vscode.l10n.t('Hand Off'),
        tooltip: vscode.l10n.t('Hand this step to an agent'),
        command: 'designDocs.handOff',
        arguments: [{ uri }],
      };
  }
}

function readyTitle(reasons: number): string {
  if (reasons === 0) return vscode.l10n.t('$(pass) Ready for review');
  return reasons === 1
    ? vscode.l10n.t('$(circle-slash) Not ready: 1 reason')
    : vscode.l10n.t('$(circle-slash) Not ready: {0} reasons', reasons);
}

function findingsTitle(count: number): string {
  if (count === 0) return vscode.l10n.t('$(pass) No findings');
  return count === 1
    ? vscode.l10n.t('$(warning) 1 finding')
    : vscode.l10n.t('$(warning) {0} findings', count);
}
