/** A document at a glance: where it stands, how far its milestones are, and what is not written. */

import type { Analysis } from '../analysis/analyze';
import { isPlanFile, stageOfAnalysis } from '../analysis/stage';
import { plainText } from '../document/plainText';
import { sectionOnLine } from '../document/sections';
import { withoutLabel } from '../plan/labels';
import { openComments } from '../review/commentsBox';
import { isBlocking } from '../review/findingBoxes';
import { emptySection } from '../rules/empty-section';
import type { Stage } from '../status/stage';
import { statusOf } from '../status/stage';

/** How far one milestone is. */
export interface MilestoneProgress {
  /** Plain text, without the label "Milestone 1:". */
  readonly title: string;
  readonly done: number;
  readonly total: number;
}

/** A document at a glance. All texts are plain text of the document. */
export interface Overview {
  readonly stage: Stage;
  /** The status as the document writes it; null if it has none. */
  readonly status: string | null;
  readonly done: number;
  readonly total: number;
  readonly milestones: readonly MilestoneProgress[];
  /** The names of the sections that are missing or not written and block a review, each once. */
  readonly unwritten: readonly string[];
  /** The number of findings other than hints. */
  readonly findings: number;
  /** The number of open review comments. */
  readonly comments: number;
}

/** The overview of an analyzed document; undefined if it fits no template and is no plan of another tool. */
export function overviewOf(analysis: Analysis): Overview | undefined {
  const { bound, document, environment, findings, plan } = analysis;
  if (!bound && !isPlanFile(analysis)) return undefined;
  const status = bound && statusOf(document, bound.template, environment.files)?.trim();
  return {
    stage: stageOfAnalysis(analysis),
    status: status ? plainText(status) : null,
    done: plan.done,
    total: plan.total,
    milestones: plan.milestones.map(({ title, done, total }) => ({
      title: withoutLabel(plainText(title)),
      done,
      total,
    })),
    unwritten: unwrittenSections(analysis),
    findings: findings.filter(({ severity }) => severity !== 'hint').length,
    comments: openComments(document).length,
  };
}

function unwrittenSections({ bound, document, findings, suppressed }: Analysis): string[] {
  const names = [...findings, ...suppressed].filter(isBlocking).flatMap(({ rule, missing, range }) => {
    if (missing) return [missing.title];
    if (rule !== emptySection.id) return [];
    const section = sectionOnLine(document.sections, range.start.line);
    return section ? [bound?.outline.specOf.get(section)?.title ?? section.heading.text] : [];
  });
  return [...new Set(names.map(plainText))];
}
