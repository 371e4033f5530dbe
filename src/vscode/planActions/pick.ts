/** Finds the row on which a command acts. */

import * as vscode from 'vscode';
import { plainText } from '../../core/document/plainText';
import type { PlanRow } from '../../core/features/planRows';
import { findRow, planRows, walkRows } from '../../core/features/planRows';
import { UserError } from '../../core/text/userError';
import { property, readUri, textProperty } from '../documents/commandArguments';
import { pickItem } from '../inputs/pickItem';
import type { PlanNode, TreeNode } from '../plan/nodes';
import { isPlanNode, isTask } from '../plan/nodes';
import type { Services } from '../services/services';

/**
 * The row that an argument identifies: a node of the tree, or `uri` and `line`, with `title` in case the line has
 * moved. Without an argument, the row that is selected in the Plan view, or else the one that the user picks. Undefined
 * if the user cancels; throws a `UserError` if there is no such row.
 */
export async function rowFor(services: Services, argument: unknown): Promise<PlanNode | undefined> {
  if (argument === undefined || argument === null) {
    const node = await services.plan.settledNode();
    return node && isPlanNode(node) ? node : pickRow(services);
  }
  return namedRow(services, argument);
}

/**
 * The rows on which a command acts: those that are selected where its menu was opened, or in the Plan view if there is
 * no argument; if that is one at most, the one of `rowFor`.
 */
export async function rowsFor(
  services: Services,
  argument: unknown,
  selection: unknown,
): Promise<readonly PlanNode[]> {
  const several = Array.isArray(selection)
    ? (selection as readonly TreeNode[]).filter(isTask)
    : (argument ?? undefined) === undefined
      ? services.plan.several
      : [];
  if (several.length > 1) return several;
  const node = await rowFor(services, argument);
  return node ? [node] : [];
}

async function namedRow({ analyses }: Services, argument: unknown): Promise<PlanNode> {
  const uri = readUri(property(argument, 'uri'));
  const given = property(argument, 'row') as PlanRow | undefined;
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  const analysis = document && analyses.of(document);
  const rows = analysis ? planRows(analysis.plan) : [];
  const row = given ? findRow(rows, given) : rowOnLine(rows, argument);
  if (uri && row) return { uri, row, ...(property(argument, 'link') === true && { link: true }) };
  throw new UserError('stale-step', vscode.l10n.t('This step no longer exists.'));
}

function rowOnLine(rows: readonly PlanRow[], argument: unknown): PlanRow | undefined {
  const line = property(argument, 'line');
  const title = textProperty(argument, 'title');
  const titled = [...walkRows(rows)].filter((row) => title === undefined || row.title === title);
  const [only, ...others] = title === undefined ? [] : titled;
  return titled.find((row) => row.line === line) ?? (others.length === 0 ? only : undefined);
}

async function pickRow({ analyses, plan }: Services): Promise<PlanNode | undefined> {
  const { document } = plan;
  const analysis = document && analyses.of(document);
  const rows = analysis ? [...walkRows(planRows(analysis.plan))] : [];
  if (!document || rows.length === 0) {
    throw new UserError('no-plan', vscode.l10n.t('Open a design doc with a plan first.'));
  }
  const items = rows.map((row) => ({
    label: `${row.progress ? '' : '    '}${row.done ? '$(check) ' : ''}${plainText(row.title)}`,
    row,
  }));
  const picked = await pickItem(items, {
    placeHolder: vscode.l10n.t('Choose a milestone or step'),
  });
  return picked && { uri: document.uri, row: picked.row };
}
