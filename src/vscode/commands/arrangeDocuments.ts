import * as vscode from 'vscode';
import type { Arrangement } from '../../core/listing/arrange';
import type { Command } from './command';

/** Lets the user choose what the groups of the Documents view have in common. */
export const groupDocuments: Command = async ({ documentsView }) => {
  const grouping = await choose<Arrangement['grouping']>(
    vscode.l10n.t('Group design docs by'),
    documentsView.arrangement.grouping,
    {
      stage: vscode.l10n.t('Stage'),
      template: vscode.l10n.t('Template'),
      folder: vscode.l10n.t('Folder'),
    },
  );
  if (grouping) await documentsView.arrange({ grouping });
};

/** Lets the user choose the order of the documents in each group of the Documents view. */
export const sortDocuments: Command = async ({ documentsView }) => {
  const order = await choose<Arrangement['order']>(
    vscode.l10n.t('Sort design docs by'),
    documentsView.arrangement.order,
    {
      number: vscode.l10n.t('Number'),
      title: vscode.l10n.t('Title'),
      progress: vscode.l10n.t('Progress, most done first'),
      findings: vscode.l10n.t('Findings, most warnings first'),
    },
  );
  if (order) await documentsView.arrange({ order });
};

/** Lets the user choose which documents the Documents view lists. */
export const filterDocuments: Command = async ({ documentsView }) => {
  const selection = await choose<Arrangement['selection']>(
    vscode.l10n.t('Show'),
    documentsView.arrangement.selection,
    {
      all: vscode.l10n.t('All design docs'),
      open: vscode.l10n.t('Those that are not settled'),
      warnings: vscode.l10n.t('Those with warnings'),
    },
  );
  if (selection) await documentsView.arrange({ selection });
};

/** Lets the user pick a value. The current one is marked, and active at first. */
async function choose<T extends string>(
  title: string,
  current: T,
  labels: Readonly<Record<T, string>>,
): Promise<T | undefined> {
  const values = Object.keys(labels) as T[];
  const items = [current, ...values.filter((value) => value !== current)].map((value) => ({
    label: labels[value],
    ...(value === current && { description: vscode.l10n.t('current') }),
    value,
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: title }))?.value;
}
