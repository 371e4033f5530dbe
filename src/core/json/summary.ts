/** What is told of an analysed document. */

import type { Analysis } from '../analysis';
import type { Finding } from '../check';
import { isTitled } from '../template/select';
import type { FindingJson, Summary } from './documents';

export function summaryOf({ document, bound, plan, findings, basis }: Analysis): Summary {
  return {
    titled: isTitled(document, basis.environment.templates),
    template: bound?.template.name ?? null,
    stage: bound?.stage ?? 'unknown',
    title: document.title?.text ?? '',
    done: plan.done,
    total: plan.total,
    findings: findings.map(findingJson),
  };
}

function findingJson({ rule, severity, message, range, fix }: Finding): FindingJson {
  return {
    rule,
    severity,
    message,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    fixable: fix !== undefined,
  };
}
