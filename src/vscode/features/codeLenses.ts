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
  const lensesOn = (document: vscode.TextDocument): readonly Lens[] => {
    const analysis = readSetting(settings.codeLens, document.uri) ? analyses.of(document) : undefined;
    return analysis ? planLenses(analysis) : [];
  };
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const lenses = lensesOn(document);
      shown.set(document, JSON.stringify(lenses));
      return codeLensesOf(document, lenses);
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider({ language: 'markdown' }, provider),
    // A replaced lens is not clickable for a moment, so unchanged lenses are not replaced.
    analyses.onDidChange((document) => {
      const last = shown.get(document);
      if (last !== undefined && last !== JSON.stringify(lensesOn(document))) changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (changesSetting(event, settings.codeLens)) changed.fire();
    }),
  );
}

function codeLensesOf(document: vscode.TextDocument, lenses: readonly Lens[]): vscode.CodeLens[] {
  return lenses.map((lens) => {
    const { firstNonWhitespaceCharacterIndex: column } = document.lineAt(lens.line);
    return new vscode.CodeLens(
      new vscode.Range(lens.line, column, lens.line, column),
      toCommand(document, lens),
    );
  });
}

function toCommand({ uri }: vscode.TextDocument, lens: Lens): vscode.Command {
  switch (lens.kind) {
    case 'ready':
      return {
        title: readyTitle(lens.count),
        tooltip: vscode.l10n.t('Check whether this design doc is ready for review'),
        command: 'designDocs.checkReady',
        arguments: [{ uri }],
      };
    case 'findings':
      return {
        title: findingsTitle(lens.count),
        tooltip: vscode.l10n.t('Show the findings in this design doc'),
        command: 'designDocs.checkReady',
        arguments: [{ uri }],
      };
    case 'progress':
      return {
        title: withIcon('checklist', vscode.l10n.t('{0}/{1} done', lens.done, lens.total)),
        tooltip: vscode.l10n.t('Show the plan'),
        command: 'designDocs.showPlan',
      };
    case 'start':
      return {
        title: withIcon('play', vscode.l10n.t('Start')),
        tooltip: vscode.l10n.t('Write the steps of this milestone'),
        command: 'designDocs.startMilestone',
        arguments: [{ uri, line: lens.line }],
      };
    case 'addStep':
      return {
        title: withIcon('add', vscode.l10n.t('Add Step')),
        tooltip: vscode.l10n.t('Write another step under this milestone'),
        command: 'designDocs.addStep',
        arguments: [{ uri, line: lens.line, title: lens.title }],
      };
    case 'complete':
      return {
        title: withIcon('check', vscode.l10n.t('Complete')),
        tooltip: vscode.l10n.t('Tick this step'),
        command: 'designDocs.toggleStep',
        arguments: [{ uri, line: lens.line, title: lens.title, done: true }],
      };
    case 'handOff':
      return {
        title: withIcon('send', vscode.l10n.t('Hand Off')),
        tooltip: vscode.l10n.t('Hand this step to an agent'),
        command: 'designDocs.handOff',
        arguments: [{ uri }],
      };
  }
}

function readyTitle(reasons: number): string {
  if (reasons === 0) return withIcon('pass', vscode.l10n.t('Ready for review'));
  const text =
    reasons === 1 ? vscode.l10n.t('Not ready: 1 reason') : vscode.l10n.t('Not ready: {0} reasons', reasons);
  return withIcon('circle-slash', text);
}

function findingsTitle(count: number): string {
  if (count === 0) return withIcon('pass', vscode.l10n.t('No findings'));
  const text = count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
  return withIcon('warning', text);
}

/** A title behind a product icon. VS Code drops a plain space there. */
function withIcon(icon: string, text: string): string {
  return `$(${icon})\u00a0${text}`;
}
