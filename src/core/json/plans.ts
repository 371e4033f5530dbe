/** The JSON of a plan and of its next step. Lines count from 1. */

import type { Analysis } from '../analysis/analyze';
import { isForPeople, verifiedBy } from '../plan/evidence';
import type { NextStep } from '../plan/next';
import { lineOf } from '../plan/next';
import type { Milestone, Plan, Step } from '../plan/plan';
import { isStub } from '../plan/startWith';

/** A step with its sub-steps. */
export interface StepJson {
  readonly title: string;
  readonly line: number;
  readonly depth: number;
  readonly mark: string;
  readonly done: boolean;
  readonly steps: readonly StepJson[];
}

/** A milestone with its steps; `done` and `total` count leaf tasks. */
export interface MilestoneJson {
  readonly title: string;
  readonly line: number;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly steps: readonly StepJson[];
}

/** The plan of a document; `done` and `total` count leaf tasks. */
export interface PlanJson {
  readonly path: string;
  readonly done: number;
  readonly total: number;
  readonly milestones: readonly MilestoneJson[];
}

/** A milestone or step and its line. */
export interface PlaceJson {
  readonly title: string;
  readonly line: number;
}

/** The next step of a plan. */
export interface NextJson {
  readonly action: NextStep['action'];
  /** The line of the step or milestone to do, start or finish. */
  readonly line: number;
  readonly milestone: PlaceJson;
  /** Null if the action applies to the milestone. */
  readonly step: PlaceJson | null;
  /** The command or test that verifies it, as written in the document; null if none is named. */
  readonly verify: string | null;
  /** True if only a person may complete it. */
  readonly human: boolean;
  /** True if it is still a placeholder of the template. */
  readonly placeholder: boolean;
}

/** The JSON of a plan in the document at a path. */
export function planJson(path: string, { done, total, milestones }: Plan): PlanJson {
  return { path, done, total, milestones: milestones.map(milestoneJson) };
}

function milestoneJson({ title, line, state, done, total, steps }: Milestone): MilestoneJson {
  return { title, line: line + 1, state, done, total, steps: steps.map(stepJson) };
}

function stepJson({ title, line, depth, mark, done, steps }: Step): StepJson {
  return { title, line: line + 1, depth, mark, done, steps: steps.map(stepJson) };
}

/** The JSON of a milestone or step without its steps. */
export function placeJson({ title, line }: Milestone | Step): PlaceJson {
  return { title, line: line + 1 };
}

/** The JSON of the next step; null if nothing is left to do. */
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
