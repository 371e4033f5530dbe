/** The code actions that fix several findings of a document at once. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Applicability } from '../edits/problem';
import { togetherTitle } from '../rules/index';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { FixOptions } from './fixText';
import { fixableFindings, insertableFindings } from './fixText';

/** Fixes that are applied as one edit; the options select them for `fixText`. */
export interface FixTogether {
  readonly title: Message;
  readonly options: FixOptions;
}

/** All safe fixes of a document; undefined if it has none. */
export function fixAll(analysis: Analysis): FixTogether | undefined {
  const { size } = fixableFindings(analysis);
  if (size === 0) return undefined;
  const title =
    size === 1
      ? say`Fix the one fixable design-doc finding`
      : say`Fix all ${size} fixable design-doc findings`;
  return { title, options: {} };
}

/** The fixes of some findings together with others: with those of the same rule, and with all of the document. */
export function fixesTogether(analysis: Analysis, findings: readonly Finding[]): FixTogether[] {
  if (findings.length === 0) return [];
  const fixable = fixableFindings(analysis);
  const all = fixable.size > 1 ? fixAll(analysis) : undefined;
  return [
    ...fixesByRule(findings, fixable, 'safe'),
    ...fixesByRule(findings, insertableFindings(analysis), 'scaffold'),
    ...(all ? [all] : []),
  ];
}

/** The fixes of each rule that reports one of the findings, if it has several fixes of this applicability. */
function fixesByRule(
  findings: readonly Finding[],
  fixable: ReadonlySet<Finding>,
  applicability: Applicability,
): FixTogether[] {
  const ids = new Set(findings.filter((finding) => fixable.has(finding)).map(({ rule }) => rule));
  return [...ids].flatMap((id) => {
    const count = [...fixable].filter(({ rule }) => rule === id).length;
    if (count < 2) return [];
    return [{ title: togetherTitle(id, count), options: { rules: [id], applicability: [applicability] } }];
  });
}
