import * as vscode from 'vscode';
import type { Analysis } from '../../../core/analysis/analyze';
import type { Finding } from '../../../core/analysis/check';
import { contradictions } from '../../../core/features/planDetails';
import type { PlanRow } from '../../../core/features/planRows';
import { findRow, planRows } from '../../../core/features/planRows';
import type { WorkItem } from '../../../core/features/worklist';
import { fixableInOrder } from '../../../core/features/worklist';
import { property, readUri } from '../../documents/commandArguments';
import { pickItem } from '../../inputs/pickItem';
import { localized } from '../../localization/localized';
import { showInformation } from '../../messages/show';
import { planTarget } from '../../planActions/target';
import { applyFix } from '../../review/applyFix';
import type { Command } from '../command';

/**
 * Applies a fix of the finding in a row of the Plan view, or of a contradiction in a milestone or step. Without a row, the
 * user chooses among the findings of the active design doc.
 */
export const fixFinding: Command = async (services, argument) => {
  const { document, analysis } = await planTarget(services, readUri(property(argument, 'uri')));
  const findings = findingsOf(analysis, argument) ?? (await pickFinding(analysis));
  if (findings) await applyFix(services, document, findings);
};

/** The findings of a row; undefined for an argument that is none. */
function findingsOf(analysis: Analysis, argument: unknown): readonly Finding[] | undefined {
  const finding = property(argument, 'finding') as Finding | undefined;
  if (finding) return [finding];
  const item = property(argument, 'item') as WorkItem | undefined;
  if (item) return item.finding ? [item.finding] : [];
  const row = property(argument, 'row') as PlanRow | undefined;
  if (!row) return undefined;
  const line = findRow(planRows(analysis.plan), row)?.line;
  return contradictions(analysis).filter(({ range }) => range.start.line === line);
}

async function pickFinding(analysis: Analysis): Promise<readonly Finding[] | undefined> {
  const items = fixableInOrder(analysis).map((finding) => ({
    label: localized(finding.said),
    description: vscode.l10n.t('Line {0}', finding.range.start.line + 1),
    finding,
  }));
  if (items.length === 0) {
    void showInformation(vscode.l10n.t('No finding of this design doc has a fix.'));
    return undefined;
  }
  const placeHolder = vscode.l10n.t('Choose the finding to fix');
  const picked = await pickItem(items, { placeHolder, matchOnDescription: true });
  return picked && [picked.finding];
}
