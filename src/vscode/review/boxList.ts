/** The list of boxes of a review: each leads to its place, and offers the fixes of its finding. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import { offeredFixes } from '../../core/fix/proof';
import type { Box, BoxPlace } from '../../core/review/box';
import type { Readiness } from '../../core/review/readiness';
import { localized } from '../localization/localized';
import type { PlanTarget } from '../planActions/target';
import { showLine } from '../planActions/target';
import type { Services } from '../services/services';
import { applyFix } from './applyFix';

interface BoxItem extends vscode.QuickPickItem {
  readonly line?: number | undefined;
  readonly finding?: Finding | undefined;
}

/** What the user chose: a line to go to, or a finding to fix. */
type Choice = { readonly line: number } | { readonly fix: Finding };

/** Each fix is proved before it is offered, which takes an analysis. */
const MAX_FIXES = 30;

/**
 * Shows the boxes of a draft, or the reasons of a document of another stage. Goes to the place that the user picks; true
 * if a fix was applied instead, after which the list is another one.
 */
export async function showBoxes(
  services: Services,
  { document, analysis }: PlanTarget,
  title: string,
  readiness: Readiness,
): Promise<boolean> {
  const choice = await choose(title, itemsOf(analysis, readiness));
  if (!choice) return false;
  if ('line' in choice) {
    await showLine(document, choice.line);
    return false;
  }
  return applyFix(services, document, [choice.fix]);
}

function itemsOf(analysis: Analysis, { boxes, reasons }: Readiness): BoxItem[] {
  if (boxes.length === 0) {
    return reasons.map(({ line, message, rule }) => ({
      label: localized(message),
      detail: detailOf(line, rule),
      line,
    }));
  }
  const of = (state: Box['state']): readonly Box[] => boxes.filter((box) => box.state === state);
  const unmet = of('unmet').flatMap((box) => box.places.map((place) => ({ box, place })));
  unmet.sort((a, b) => a.place.range.start.line - b.place.range.start.line);
  const fixable = unmet.map(({ place }) => place.finding).filter((finding) => finding?.fixes?.length);
  const proved = new Set(fixable.slice(0, MAX_FIXES));
  return [
    ...section(
      vscode.l10n.t('In the way'),
      unmet.map(({ box, place }) => unmetItem(analysis, box, place, proved)),
    ),
    ...section(vscode.l10n.t('For a person'), of('person').flatMap(questionItems)),
    ...section(
      vscode.l10n.t('Met'),
      of('met').map(({ title }) => ({ label: `$(pass) ${localized(title)}` })),
    ),
  ];
}

function section(label: string, items: readonly BoxItem[]): readonly BoxItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function unmetItem(
  analysis: Analysis,
  box: Box,
  { message, range, finding }: BoxPlace,
  proved: ReadonlySet<Finding | undefined>,
): BoxItem {
  const fixes = finding && proved.has(finding) ? offeredFixes(analysis, finding) : [];
  const [first] = fixes;
  const tooltip = first ? localized(first.title) : finding?.commands && vscode.l10n.t('Correct it');
  return {
    label: `$(error) ${localized(message)}`,
    detail: `${detailOf(range.start.line, finding?.rule)} · ${localized(box.title)}`,
    line: range.start.line,
    finding,
    ...(tooltip !== undefined && { buttons: [{ iconPath: new vscode.ThemeIcon('lightbulb'), tooltip }] }),
  };
}

function questionItems({ title, question = title, places }: Box): BoxItem[] {
  if (places.length === 0) return [{ label: `$(question) ${localized(question)}` }];
  return places.map(({ message, range }) => ({
    label: `$(question) ${localized(message)}`,
    detail: `${detailOf(range.start.line)} · ${localized(question)}`,
    line: range.start.line,
  }));
}

function detailOf(line: number, rule?: string): string {
  const place = vscode.l10n.t('Line {0}', line + 1);
  return rule === undefined ? place : `${place} · ${rule}`;
}

function choose(title: string, items: readonly BoxItem[]): Promise<Choice | undefined> {
  const input = vscode.window.createQuickPick<BoxItem>();
  input.title = title;
  input.placeholder = vscode.l10n.t('Choose one to go to its line');
  input.matchOnDetail = true;
  input.items = items;
  return new Promise<Choice | undefined>((resolve) => {
    input.onDidAccept(() => {
      const line = input.selectedItems[0]?.line;
      if (line !== undefined) resolve({ line });
    });
    input.onDidTriggerItemButton(({ item }) => {
      if (item.finding) resolve({ fix: item.finding });
    });
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
