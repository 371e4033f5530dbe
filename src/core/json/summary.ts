/** Makes the summary of an analysis. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import { isPlanFile, stageOfAnalysis } from '../analysis/stage';
import { readAddress } from '../document/address';
import type { Document } from '../document/document';
import { findField } from '../document/fields';
import { readLinks } from '../document/links';
import { fixableFindings } from '../fix/fixText';
import { documentTitle } from '../template/documentTitle';
import { titlePrefix } from '../template/select';
import { statusOf } from '../template/stage';
import vocabulary from '../vocabulary/vocabulary.json';
import type { FindingJson, Summary } from './documents';

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
    links: linkedFiles(document),
    findings: findings.map((finding) => findingJson(finding, fixable.has(finding))),
    suppressed: suppressed.map((finding) => findingJson(finding, false)),
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

function linkedFiles(document: Document): string[] {
  const paths = readLinks(document).map(({ target }) => readAddress(target)?.path ?? '');
  return [...new Set(paths.filter((path) => /\.(?:md|markdown)$/i.test(path)))];
}

function findingJson({ rule, severity, message, range }: Finding, fixable: boolean): FindingJson {
  return {
    rule,
    severity,
    message,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    fixable,
  };
}
