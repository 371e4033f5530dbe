/** The HTML of an overview. Every text is escaped, since it may come from the document. */

import * as vscode from 'vscode';
import type { MilestoneProgress, Overview } from '../../core/features/overview';
import { stageName } from '../../core/status/stageName';
import { countOfComments } from '../localization/counts';
import { localized } from '../localization/localized';

/** More milestones or sections than this would push the document out of sight. */
const MAX_ITEMS = 12;

/** The HTML of an overview. media/preview.css has its styles. */
export function overviewHtml(overview: Overview): string {
  const { milestones, unwritten } = overview;
  const parts = [
    list('facts', facts(overview)),
    milestones.length > 0 && list('milestones', limited(milestones, milestoneHtml)),
    unwritten.length > 0 && paragraph(vscode.l10n.t('Not written:'), limited(unwritten, isolated)),
  ];
  const label = escaped(vscode.l10n.t('Design doc at a glance'));
  return `<section class="design-docs-overview" aria-label="${label}">${parts.filter(Boolean).join('')}</section>\n`;
}

function facts({ stage, status, done, total, findings, comments }: Overview): string[] {
  const name = localized(stageName(stage));
  const isSaid = status === null || status.toLowerCase() === name.toLowerCase();
  return [
    `<strong class="design-docs-stage">${escaped(name)}</strong>`,
    ...(isSaid ? [] : [`${escaped(vscode.l10n.t('Status:'))} ${isolated(status)}`]),
    ...(total > 0 ? [escaped(vscode.l10n.t('{0} of {1} steps done', done, total))] : []),
    escaped(countOfFindings(findings)),
    ...(comments > 0 ? [escaped(countOfComments(comments))] : []),
  ];
}

function countOfFindings(count: number): string {
  if (count === 0) return vscode.l10n.t('No findings');
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

function milestoneHtml({ title, done, total }: MilestoneProgress): string {
  const bar = `<progress value="${done}" max="${Math.max(total, 1)}" aria-label="${escaped(title)}"></progress>`;
  const count = escaped(vscode.l10n.t('{0} of {1}', done, total));
  return `<span class="design-docs-title">${isolated(title)}</span>${bar}<span class="design-docs-count">${count}</span>`;
}

/** The first items as HTML, and how many more there are. */
function limited<T>(items: readonly T[], html: (item: T) => string): string[] {
  const left = items.length - MAX_ITEMS;
  const more = left > 0 ? [escaped(vscode.l10n.t('and {0} more', left))] : [];
  return [...items.slice(0, MAX_ITEMS).map(html), ...more];
}

function list(name: string, items: readonly string[]): string {
  return `<ul class="design-docs-${name}">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function paragraph(label: string, items: readonly string[]): string {
  return `<p class="design-docs-unwritten"><strong>${escaped(label)}</strong> ${items.join(', ')}</p>`;
}

/** A text of the document, whose direction of writing does not reach the text around it. */
function isolated(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
