/** The JSON of a plan and of its next step. Lines count from 1. */

import type { Analysis } from '../analysis/analyze';
import type { Idle } from '../plan/idle';
import { idle, idleText } from '../plan/idle';
import type { NextStep } from '../plan/next';
import { lineOf } from '../plan/next';
import type { Milestone, Plan } from '../plan/plan';
import type { Step } from '../plan/tasks';
import { isForPeople, verifiedBy } from '../plan/verification';
import { isStub } from '../planEdits/startWith';

/** A step with its sub-steps. */
export interface StepJson {
  readonly title: string;
  readonly line: number;
  /** 1 for a milestone's direct steps. */
  readonly depth: number;
  readonly mark: string;
  readonly done: boolean;
  /** True if it may be left out: it is not counted, and never next. */
  readonly optional: boolean;
  /** True if it may be done at the same time as others of which this is true. */
  readonly parallel: boolean;
  readonly steps: readonly StepJson[];
}

/** A milestone with its steps; `done` and `total` count leaf tasks. */
export interface MilestoneJson {
  readonly title: string;
  readonly line: number;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  /** True if it may be left out. */
  readonly optional: boolean;
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

/** The next step, or `next: null` with the reason. */
export type NextOrReason =
  | { readonly next: NextJson }
  | {
      readonly next: null;
      readonly reason: Idle['reason'];
      /** The lines that the reason is about. */
      readonly lines: readonly number[];
      /** The reason as a sentence. */
      readonly note: string;
    };

/** The JSON of a plan in the document at a path. */
export function planJson(path: string, { done, total, milestones }: Plan): PlanJson {
  return { path, done, total, milestones: milestones.map(milestoneJson) };
}

function milestoneJson({ state, done, total, ...task }: Milestone): MilestoneJson {
  return { ...placeJson(task), state, done, total, ...belowJson(task, 1) };
}

function stepJson({ mark, done, parallel, ...task }: Step, depth: number): StepJson {
  const { optional, steps } = belowJson(task, depth + 1);
  return { ...placeJson(task), depth, mark, done, optional, parallel: parallel === true, steps };
}

function belowJson(
  { optional, steps }: Pick<Step, 'optional' | 'steps'>,
  depth: number,
): Pick<StepJson, 'optional' | 'steps'> {
  return { optional: optional === true, steps: steps.map((step) => stepJson(step, depth)) };
}

/** The JSON of a milestone or step without its steps. */
export function placeJson({ title, line }: Pick<Step, 'title' | 'line'>): PlaceJson {
  return { title, line: line + 1 };
}

/** The JSON of the next step, or of the reason why there is none. */
export function nextJson(analysis: Analysis): NextOrReason {
  const { plan, next, bound } = analysis;
  if (!next) {
    const { reason, lines } = idle(plan);
    return { next: null, reason, lines: lines.map((line) => line + 1), note: String(idleText(analysis)) };
  }
  const task = next.step ?? next.milestone;
  const found: NextJson = {
    action: next.action,
    line: lineOf(next) + 1,
    milestone: placeJson(next.milestone),
    step: next.step ? placeJson(next.step) : null,
    verify: verifiedBy(task) ?? null,
    human: isForPeople([next.milestone], task.line),
    placeholder: next.step !== undefined && isStub({ bound }, next.step),
  };
  return { next: found };
}
