import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import type { Fix } from '../../core/edits/problem';
import { contradictions } from '../../core/features/planDetails';
import { findRow, planRows } from '../../core/features/planRows';
import { offeredFixes } from '../../core/fix/proof';
import { property } from '../documents/commandArguments';
import { changePlan } from '../plan/edits';
import type { FindingNode, TreeNode } from '../plan/entries';
import { isPlanNode } from '../plan/entries';
import { rowFor } from '../planActions/pick';
import type { Command } from './command';

/** Offers the fixes of a contradiction in the plan, and applies the chosen one. */
export const fixStep: Command = async (services, argument) => {
  const { analyses, edits } = services;
  const node = isFinding(argument) ? argument : await rowFor(services, argument);
  if (!node) return;
  const analysis = analyses.of(await vscode.workspace.openTextDocument(node.uri));
  const title = await pickFix(analysis ? fixesOf(analysis, node) : []);
  if (title === undefined) return;
  await changePlan(analyses, edits, node.uri, (now) =>
    fixesOf(now, node).find((candidate) => candidate.title === title),
  );
};

function isFinding(argument: unknown): argument is FindingNode {
  return property(argument, 'finding') !== undefined;
}

/** The fixes for a node in the current document. A fix is identified by its title. */
function fixesOf(analysis: Analysis, node: TreeNode): Fix[] {
  const found = contradictions(analysis).filter((finding) => belongsTo(analysis, node, finding));
  return found.flatMap((finding) => offeredFixes(analysis, finding));
}

function belongsTo({ plan }: Analysis, node: TreeNode, { rule, message, range }: Finding): boolean {
  if (isPlanNode(node)) return findRow(planRows(plan), node.row)?.line === range.start.line;
  if ('comment' in node) return false;
  return rule === node.finding.rule && message === node.finding.message;
}

async function pickFix(fixes: readonly Fix[]): Promise<string | undefined> {
  if (fixes.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no automatic fix: change the line in the document.'),
    );
    return undefined;
  }
  return vscode.window.showQuickPick(
    fixes.map(({ title }) => title),
    { placeHolder: vscode.l10n.t('Choose a fix') },
  );
}
