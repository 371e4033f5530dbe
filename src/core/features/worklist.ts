/**
 * What is to do in a document besides its plan, for faces that draw nothing into the text: what is in the way of a
 * review, and the other findings. A finding is listed once.
 */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import { plainText } from '../document/plainText';
import { sectionAround } from '../document/sections';
import type { Severity } from '../edits/problem';
import { severities } from '../edits/problem';
import type { BoxPlace } from '../review/box';
import { readiness } from '../review/readiness';
import type { Stage } from '../status/stage';
import type { Text } from '../text/message';
import type { Range } from '../text/text';
import { comparePositions } from '../text/text';
import type { OpenPlace } from './fillIn';
import { openPlaces, placeFor } from './fillIn';
import { contradictions } from './planDetails';

/** One thing to do. */
export interface WorkItem {
  /** The same as long as the item says the same, on whatever line. */
  readonly id: string;
  readonly message: Text;
  readonly range: Range;
  /** The heading of the section that it is in; undefined above the first one. */
  readonly section: string | undefined;
  readonly severity: Severity;
  readonly finding?: Finding | undefined;
  /** True if text is to be written there. */
  readonly isOpen: boolean;
}

/** A list that may be cut. */
export interface Worklist {
  readonly items: readonly WorkItem[];
  /** The number of items, with those that were cut. */
  readonly total: number;
}

/** What is in the way of the review of a draft. */
export interface ReviewWork extends Worklist {
  /** The questions that only a person answers. */
  readonly questions: number;
  /** True if nothing is listed, but git has to be asked for what the evidence of ticked steps proves. */
  readonly asksGit: boolean;
}

/** What is to do in a document. */
export interface Work {
  /** Undefined for a document that is no draft. */
  readonly review?: ReviewWork | undefined;
  readonly findings: Worklist;
}

/** A list with more items is cut: a tree is no place to work through more. */
const MAX_ITEMS = 50;
/** The box about evidence, for which git has to be asked. */
const ASKS_GIT = 'ticks';
/** The stages of documents that are still worked on. Of all others, only faults are listed. */
const UNSETTLED: readonly (Stage | undefined)[] = ['draft', 'progress', 'unknown'];
const FAULTS: readonly Severity[] = ['error', 'warning'];

/** What is to do in a document. The findings that rows of the plan show are listed only if they block a review. */
export function worklist(analysis: Analysis): Work {
  const { findings, bound } = analysis;
  const { isDraft, boxes } = readiness(analysis);
  const unmet = boxes.filter(({ state }) => state === 'unmet');
  const places = withoutTwins(unmet.filter(({ id }) => id !== ASKS_GIT).flatMap((box) => box.places));
  const listed = new Set<Finding | undefined>(places.map(({ finding }) => finding));
  for (const finding of contradictions(analysis)) listed.add(finding);
  const isSettled = !UNSETTLED.includes(bound?.stage);
  const others = findings
    .filter((finding) => !listed.has(finding) && (!isSettled || FAULTS.includes(finding.severity)))
    .sort(byWeight);
  const open = openPlaces(analysis);
  return {
    ...(isDraft && {
      review: {
        ...listOf(analysis, open, places),
        questions: boxes.filter(({ state }) => state === 'person').length,
        asksGit: places.length === 0 && unmet.length > 0,
      },
    }),
    findings: listOf(
      analysis,
      open,
      others.map((finding) => ({ range: finding.range, message: finding.message, finding })),
    ),
  };
}

/** The places by line; a finding that several boxes have is there once. */
function withoutTwins(places: readonly BoxPlace[]): BoxPlace[] {
  const seen = new Set<Finding>();
  return places
    .filter(({ finding }) => {
      if (!finding) return true;
      const isNew = !seen.has(finding);
      seen.add(finding);
      return isNew;
    })
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
}

function listOf(analysis: Analysis, open: readonly OpenPlace[], places: readonly BoxPlace[]): Worklist {
  const times = new Map<string, number>();
  const items = places.slice(0, MAX_ITEMS).map((place) => {
    const item = itemOf(analysis, open, place);
    const count = (times.get(item.id) ?? 0) + 1;
    times.set(item.id, count);
    return count === 1 ? item : { ...item, id: `${item.id} ${count}` };
  });
  return { items, total: places.length };
}

function itemOf(analysis: Analysis, open: readonly OpenPlace[], place: BoxPlace): WorkItem {
  const { document } = analysis;
  const { range, finding } = place;
  const message = finding?.said ?? place.message;
  const heading = sectionAround(document.sections, range.start.line)?.heading.text;
  const section = heading === undefined ? undefined : plainText(heading);
  // A place that no finding reports is in the way of a review as a warning is.
  const severity = finding?.severity ?? 'warning';
  const isOpen = finding !== undefined && placeFor(analysis, open, finding) !== undefined;
  const id = JSON.stringify([finding?.rule, severity, String(message), section, isOpen, hasFix(finding)]);
  return { id, message, range, section, severity, ...(finding && { finding }), isOpen };
}

/** True if a finding may have a fix, which is proved when it is asked for, or a command that corrects it. */
export function hasFix(finding: Finding | undefined): boolean {
  return (finding?.fixes?.length ?? 0) > 0 || (finding?.commands?.length ?? 0) > 0;
}

/** The findings that may have a fix, the gravest first. */
export function fixableInOrder({ findings }: Analysis): Finding[] {
  return findings.filter(hasFix).sort(byWeight);
}

function byWeight(a: Finding, b: Finding): number {
  return severities.indexOf(b.severity) - severities.indexOf(a.severity);
}
