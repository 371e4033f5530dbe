/** What programs are told: the shapes that the command line and the tools share. Keys keep their order; lines count from 1. */

import type { Analysis } from './analysis';
import type { Finding } from './check';
import { isForPeople, verifiedBy } from './plan/evidence';
import type { NextStep } from './plan/next';
import { lineOf } from './plan/next';
import type { Milestone, Plan, Step } from './plan/plan';
import { isStub } from './plan/startWith';
import type { Readiness } from './ready';
import type { SectionSpec, Template } from './template';

export interface FindingJson {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
}

export interface DocumentJson {
  readonly path: string;
  /** Null if the document fits no template. */
  readonly template: string | null;
  readonly stage: string;
  readonly findings: readonly FindingJson[];
}

/** A document as a list of documents shows it. */
export interface ListedJson {
  readonly path: string;
  readonly title: string;
  readonly stage: string;
  readonly template: string | null;
  /** Leaf tasks of the plan. */
  readonly done: number;
  readonly total: number;
  /** Findings that are warnings or graver. */
  readonly warnings: number;
}

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

export interface ReasonJson {
  readonly line: number;
  readonly message: string;
  /** Null where it is no finding of a rule. */
  readonly rule: string | null;
}

export interface ReadyJson {
  readonly ready: boolean;
  readonly reasons: readonly ReasonJson[];
  /** States of the files that evidence names, and nobody knows. */
  readonly unknownTrees: readonly string[];
}

export function documentJson(path: string, { bound, findings }: Analysis): DocumentJson {
  return {
    path,
    template: bound?.template.name ?? null,
    stage: bound?.stage ?? 'unknown',
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

export function listedJson(path: string, { document, bound, plan, findings }: Analysis): ListedJson {
  return {
    path,
    title: document.title?.text ?? '',
    stage: bound?.stage ?? 'unknown',
    template: bound?.template.name ?? null,
    done: plan.done,
    total: plan.total,
    warnings: findings.filter(({ severity }) => severity === 'warning' || severity === 'error').length,
  };
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

export function readyJson({ ready, reasons, unknownTrees }: Readiness): ReadyJson {
  const own = reasons.map(({ line, message, rule }) => ({ line: line + 1, message, rule: rule ?? null }));
  return { ready, reasons: own, unknownTrees };
}

export function templateJson({ title, specs, fields, lead }: Template): object {
  return {
    title,
    sections: specs.map(sectionJson),
    fields: fields.map(({ name, values }) => ({ name, values })),
    lead: lead.map((spec) => spec.title),
  };
}

function sectionJson({ title, level, requirement, limit, placeholders }: SectionSpec): object {
  const { kind, when } = requirement;
  return {
    title,
    level,
    requirement: kind,
    ...(when !== undefined && { when }),
    ...(limit && { limit: { min: limit.min, max: limit.max } }),
    placeholders,
  };
}
