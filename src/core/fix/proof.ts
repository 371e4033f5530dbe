/**
 * The proof of a change. A fix is offered or applied only if an analysis of the resulting text shows that the finding
 * is gone, that no warning is new, and that everything else is unchanged.
 */

import type { Analysis } from '../analysis/analyze';
import { analyze } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import { appliesIn } from '../analysis/check';
import { sectionOnLine } from '../document/sections';
import type { Fix } from '../edits/problem';
import { memoize } from '../query/memoize';
import { emptySection } from '../rules/empty-section';
import { headerField } from '../rules/header-field';
import { rules } from '../rules/index';
import { leftoverPlaceholder } from '../rules/leftover-placeholder';
import { applyEdits } from '../text/text';
import { editsOf } from './compatible';
import { keepsComments, keepsLinks, keepsOtherLines, keepsParents } from './kept';
import type { LineMap } from './lineMap';
import { mapLines } from './lineMap';

/** A change, and the findings that it should fix. */
export interface ProposedChange {
  readonly fix: Fix;
  readonly findings: readonly Finding[];
}

/** Rules whose findings on inserted lines are allowed: they ask the author to write the text next. */
const TO_BE_WRITTEN: readonly string[] = [emptySection.id, leftoverPlaceholder.id, headerField.id];

/**
 * Proves compatible changes. Takes the analysis they were found in and returns the analysis of the resulting text, or
 * undefined if a change fails to fix its findings or has a side effect.
 */
export function prove(before: Analysis, changes: readonly ProposedChange[]): Analysis | undefined {
  const { document, bound, environment } = before;
  const edits = editsOf(changes.map(({ fix }) => fix));
  const text = applyEdits(document.text, edits);
  if (text === document.text) return undefined;
  const after = analyze(text, environment);
  const map = mapLines(document, edits);
  const isProved =
    after.bound?.template === bound?.template &&
    // A section that moves to the top can become the title.
    (document.title !== undefined || after.document.title === undefined) &&
    endFindings(before, after, changes) &&
    bringNoWarning(before, after, map) &&
    keepsOtherLines(document, after.document, map) &&
    keepsComments(document, after.document) &&
    (!changes.some(isInsertion) || keepsParents(after.document, map)) &&
    keepsLinks(document, after.document, edits, map);
  return isProved ? after : undefined;
}

function isInsertion({ fix }: ProposedChange): boolean {
  return fix.applicability === 'scaffold';
}

/** The fixes of a finding that are proved, each on its own. Memoized, because editors ask repeatedly. */
export function offeredFixes(analysis: Analysis, finding: Finding): readonly Fix[] {
  return provedFixes(finding, analysis);
}

const provedFixes = memoize((finding: Finding, analysis: Analysis) =>
  (finding.fixes ?? []).filter((fix) => prove(analysis, [{ fix, findings: [finding] }])),
);

/** True if the number of findings of each kind fell by at least the number that the changes should fix. */
function endFindings(before: Analysis, after: Analysis, changes: readonly ProposedChange[]): boolean {
  const ended = countKinds(changes.flatMap(({ findings }) => findings));
  const [old, now] = [countKinds(before.findings), countKinds(after.findings)];
  return [...ended].every(([kind, count]) => (now.get(kind) ?? 0) <= (old.get(kind) ?? 0) - count);
}

/** True if every warning existed before, comes from a rule that was inactive before, or asks to fill inserted text. */
function bringNoWarning(before: Analysis, after: Analysis, map: LineMap): boolean {
  const old = countKinds(before.findings);
  for (const finding of after.findings) {
    if (finding.severity !== 'warning' && finding.severity !== 'error') continue;
    const kind = kindOf(finding);
    const count = old.get(kind) ?? 0;
    old.set(kind, count - 1);
    if (count > 0 || asksToWrite(finding, after, map) || !wasActive(before, finding.rule)) continue;
    return false;
  }
  return true;
}

function asksToWrite({ rule, range: { start } }: Finding, { document }: Analysis, map: LineMap): boolean {
  if (!TO_BE_WRITTEN.includes(rule)) return false;
  if (map.isNew(start.line)) return true;
  const section = rule === emptySection.id && sectionOnLine(document.sections, start.line);
  if (!section) return false;
  const isInserted = ({ start: line }: { readonly start: number }): boolean => map.isNew(line);
  return section.blocks.some(isInserted);
}

/** True if a rule applies in the stage. A new status activates other rules, whose findings are not side effects. */
function wasActive({ bound }: Analysis, id: string): boolean {
  return bound !== undefined && rules.some((rule) => rule.id === id && appliesIn(rule, bound.stage));
}

function countKinds(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const kind = kindOf(finding);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/**
 * Identifies findings across analyses: by the rule and the message up to the first colon. The rest of the message, what
 * was expected, may change with other findings.
 */
function kindOf({ rule, message }: Finding): string {
  return rules.some(({ id, relative }) => id === rule && relative)
    ? rule
    : `${rule} ${message.split(': ', 1)[0]}`;
}
