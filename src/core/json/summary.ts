/** Makes the summary of an analysis. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import { isPlanFile, stageOfAnalysis } from '../analysis/stage';
import { readComments } from '../comments/read';
import type { Document } from '../document/document';
import { findField } from '../document/fields/fields';
import { readAddress } from '../document/links/address';
import { readLinks } from '../document/links/links';
import { plainText } from '../document/plainText';
import { fixableFindings } from '../fix/fixText';
import { documentTitle } from '../folder/documentTitle';
import { withoutLabel } from '../plan/labels';
import { statusOf } from '../status/stage';
import { titlePrefix } from '../template/select';
import vocabulary from '../vocabulary/vocabulary.json';
import type { CachedFinding, Summary } from './documents';

/** The summary of an analysis, with positions that count from 1. */
export function summaryOf(analysis: Analysis): Summary {
  const { document, bound, plan, findings, suppressed } = analysis;
  const fixable = fixableFindings(analysis);
  return {
    template: bound?.template.name ?? null,
    templatePath: bound?.template.path ?? null,
    stage: stageOfAnalysis(analysis),
    planFormat: isPlanFile(analysis) ? (plan.format?.name ?? null) : null,
    title: documentTitle(document),
    done: plan.done,
    total: plan.total,
    ownTitle: ownTitle(analysis),
    ...headerOf(analysis),
    next: titleOfNext(analysis),
    openComments: readComments(document).filter(({ state }) => state === 'open').length,
    links: linkedFiles(document),
    findings: findings.map((finding) => cachedFinding(finding, fixable.has(finding))),
    suppressed: suppressed.map((finding) => cachedFinding(finding, false)),
  };
}

function ownTitle({ document, bound }: Analysis): string {
  const title = documentTitle(document);
  const label = bound ? titlePrefix(bound.template).toLowerCase() : '';
  return title.toLowerCase().startsWith(label) ? title.slice(label.length) : title;
}

function headerOf({ document, bound, environment }: Analysis) {
  const { author, created } = vocabulary.fields;
  const fieldValue = (names: readonly string[]): string | null =>
    findField(document.fields, names)?.value.trim() || null;
  return {
    status: (bound && statusOf(document, bound.template, environment.files)?.trim()) || null,
    author: fieldValue(author),
    created: fieldValue(created),
  };
}

function titleOfNext({ next }: Analysis): string | null {
  return next ? withoutLabel(plainText((next.step ?? next.milestone).title)) : null;
}

function linkedFiles(document: Document): string[] {
  const paths = readLinks(document).map(({ target }) => readAddress(target)?.path ?? '');
  return [...new Set(paths.filter((path) => /\.(?:md|markdown)$/i.test(path)))];
}

function cachedFinding({ rule, severity, said, range }: Finding, fixable: boolean): CachedFinding {
  return {
    rule,
    severity,
    said: said.parts,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    fixable,
  };
}
