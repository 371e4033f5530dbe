/**
 * The proof of a change. A fix is offered or applied only if the text that it makes is read again and shows that the
 * finding is gone, that no warning is new, and that all else is as it was.
 */

import type { Analysis } from '../analysis/analyze';
import { analyze } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Fix } from '../edits/problem';
import { memoize } from '../query/memoize';
import { emptySection } from '../rules/empty-section';
import { headerField } from '../rules/header-field';
import { rules } from '../rules/index';
import { leftoverPlaceholder } from '../rules/leftover-placeholder';
import { applyEdits } from '../text/text';
import { editsOf } from './compatible';
import { keepsLinks, keepsOtherLines, keepsParents } from './kept';
import type { LineMap } from './lineMap';
import { mapLines } from './lineMap';

/** A change, and the findings that it is to mend. */
export interface ProposedChange {
  readonly fix: Fix;
  readonly findings: readonly Finding[];
}

/** What these rules say of lines that a change inserts is what the author is to write next. */
const TO_BE_WRITTEN: readonly string[] = [emptySection.id, leftoverPlaceholder.id, headerField.id];

/**
 * Proves changes that go together. Takes the analysis they were found in; gives the analysis of the text that they
 * make, or undefined if one of them does not do what it is for, or does more.
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
    endFindings(before, after, changes) &&
    bringNoWarning(before, after, map) &&
    keepsOtherLines(document, after.document, map) &&
    (!changes.some(isInsertion) || keepsParents(after.document, map)) &&
    keepsLinks(document, after.document, edits, map);
  return isProved ? after : undefined;
}

function isInsertion({ fix }: ProposedChange): boolean {
  return fix.applicability === 'scaffold';
}

/** The changes of a finding that are proved one by one: what a face may offer. Editors ask again and again. */
export function offeredFixes(analysis: Analysis, finding: Finding): readonly Fix[] {
  return provedFixes(finding, analysis);
}

const provedFixes = memoize((finding: Finding, analysis: Analysis) =>
  (finding.fixes ?? []).filter((fix) => prove(analysis, [{ fix, findings: [finding] }])),
);

/** True if there are fewer findings of each kind that the changes are to end, by as many as they are to end. */
function endFindings(before: Analysis, after: Analysis, changes: readonly ProposedChange[]): boolean {
  const ended = countKinds(changes.flatMap(({ findings }) => findings));
  const [old, now] = [countKinds(before.findings), countKinds(after.findings)];
  return [...ended].every(([kind, count]) => (now.get(kind) ?? 0) <= (old.get(kind) ?? 0) - count);
}

/** True if every warning was a finding before, is of a rule that was silent then, or asks to write what was inserted. */
function bringNoWarning(before: Analysis, after: Analysis, map: LineMap): boolean {
  const old = countKinds(before.findings);
  for (const finding of after.findings) {
    if (finding.severity !== 'warning' && finding.severity !== 'error') continue;
    const kind = kindOf(finding);
    const count = old.get(kind) ?? 0;
    old.set(kind, count - 1);
    if (count > 0 || asksToWrite(finding, after, map) || !spokeIn(before, finding.rule)) continue;
    return false;
  }
  return true;
}

function asksToWrite({ rule, range: { start } }: Finding, { document }: Analysis, map: LineMap): boolean {
  if (!TO_BE_WRITTEN.includes(rule)) return false;
  if (map.isNew(start.line)) return true;
  const section = rule === emptySection.id && document.sections.find((one) => one.start === start.line);
  if (!section) return false;
  const isInserted = ({ start: line }: { readonly start: number }): boolean => map.isNew(line);
  return section.blocks.some(isInserted);
}

/** A change of the status lets rules speak that were silent before: what they say is not new. */
function spokeIn({ bound }: Analysis, id: string): boolean {
  return bound !== undefined && rules.some((rule) => rule.id === id && rule.stages.includes(bound.stage));
}

function countKinds(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const kind = kindOf(finding);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** What a finding is about: what its message says before it tells what was expected, which other changes may alter. */
function kindOf({ rule, message }: Finding): string {
  return rules.some(({ id, relative }) => id === rule && relative)
    ? rule
    : `${rule} ${message.split(': ', 1)[0]}`;
}
