import * as vscode from 'vscode';
import type { Arrangement } from '../../../core/listing/arrange';
import { pickItem } from '../../inputs/pickItem';
import type { Command } from '../command';

/** Lets the user choose what the groups of the Documents view have in common. */
export const groupDocuments: Command = choosing('grouping', () => ({
  title: vscode.l10n.t('Group design docs by'),
  labels: {
    stage: vscode.l10n.t('Stage'),
    template: vscode.l10n.t('Template'),
    folder: vscode.l10n.t('Folder'),
  },
}));

/** Lets the user choose the order of the documents in each group of the Documents view. */
export const sortDocuments: Command = choosing('order', () => ({
  title: vscode.l10n.t('Sort design docs by'),
  labels: {
    number: vscode.l10n.t('Number'),
    title: vscode.l10n.t('Title'),
    progress: vscode.l10n.t('Progress, most done first'),
    findings: vscode.l10n.t('Findings, most warnings first'),
  },
}));

/** Lets the user choose which documents the Documents view lists. */
export const filterDocuments: Command = choosing('selection', () => ({
  title: vscode.l10n.t('Show'),
  labels: {
    all: vscode.l10n.t('All design docs'),
    open: vscode.l10n.t('Those that are not settled'),
    warnings: vscode.l10n.t('Those with warnings'),
  },
}));

/** A command in which the user picks a value of the arrangement. The current one is marked, and active at first. */
function choosing<K extends keyof Arrangement>(
  key: K,
  texts: () => { readonly title: string; readonly labels: Readonly<Record<Arrangement[K], string>> },
): Command {
  return async ({ documentsView }) => {
    const { title, labels } = texts();
    const current = documentsView.arrangement[key];
    const values = Object.keys(labels) as Arrangement[K][];
    const items = [current, ...values.filter((value) => value !== current)].map((value) => ({
      label: labels[value],
      ...(value === current && { description: vscode.l10n.t('current') }),
      value,
    }));
    const picked = await pickItem(items, { title, placeHolder: title });
    if (picked) await documentsView.arrange({ [key]: picked.value });
  };
}
