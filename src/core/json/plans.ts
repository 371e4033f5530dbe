/** What programs are told of a plan, and of what is next in it. */

import type { Analysis } from '../analysis/analyze';
import { isForPeople, verifiedBy } from '../plan/evidence';
import type { NextStep } from '../plan/next';
import { lineOf } from '../plan/next';
import type { Milestone, Plan, Step } from '../plan/plan';
import { isStub } from '../plan/startWith';

export interface StepJson {
  readonly title: string;
  readonly line: number;
  readonly depth: number;
  readonly mark: string;
  readonly done: boolean;
  readonly steps: readonly StepJson[];
}

export interface MilestoneJson {
  readonly title: string;
  readonly line: number;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly steps: readonly StepJson[];
}

export interface PlanJson {
  readonly path: string;
  readonly done: number;
  readonly total: number;
  readonly milestones: readonly MilestoneJson[];
}

/** A milestone or step and where it stands. */
export interface PlaceJson {
  readonly title: string;
  readonly line: number;
}

export interface NextJson {
  readonly action: NextStep['action'];
  /** The line of what is to be done, started or finished. */
  readonly line: number;
  readonly milestone: PlaceJson;
  /** Null where the milestone itself is meant. */
  readonly step: PlaceJson | null;
  /** The command or test that verifies it, in the document's words. */
  readonly verify: string | null;
  /** Only a person may complete it. */
  readonly human: boolean;
  /** Nobody has written it yet: it still holds a placeholder of the template. */
  readonly placeholder: boolean;
}

export function planJson(path: string, { done, total, milestones }: Plan): PlanJson {
  return { path, done, total, milestones: milestones.map(milestoneJson) };
}

function milestoneJson({ title, line, state, done, total, steps }: Milestone): MilestoneJson {
  return { title, line: line + 1, state, done, total, steps: steps.map(stepJson) };
}

function stepJson({ title, line, depth, mark, done, steps }: Step): StepJson {
  return { title, line: line + 1, depth, mark, done, steps: steps.map(stepJson) };
}

export function placeJson({ title, line }: Milestone | Step): PlaceJson {
  return { title, line: line + 1 };
}

/** Null where nothing is left to do. */
export function nextJson({ next, bound }: Pick<Analysis, 'next' | 'bound'>): NextJson | null {
  if (!next) return null;
  const task = next.step ?? next.milestone;
  return {
    action: next.action,
    line: lineOf(next) + 1,
    milestone: placeJson(next.milestone),
    step: next.step ? placeJson(next.step) : null,
    verify: verifiedBy(task) ?? null,
    human: isForPeople(task),
    placeholder: next.step !== undefined && isStub({ bound }, next.step),
  };
}
