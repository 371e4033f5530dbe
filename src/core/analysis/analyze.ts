/** The analysis of one document: everything that the faces need. */

import type { BaselineEntry } from '../baseline/baseline';
import { suppress } from '../baseline/baseline';
import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import type { Outline } from '../outline/outline';
import { bindOutline } from '../outline/outline';
import { planFormatOf } from '../plan/format';
import type { NextStep } from '../plan/next';
import { nextStep } from '../plan/next';
import type { Plan } from '../plan/plan';
import { readPlan } from '../plan/plan';
import { rules as allRules } from '../rules/index';
import type { Rule, RuleEnvironment } from '../rules/rule';
import type { Stage, StageEnvironment } from '../status/stage';
import { stageOf } from '../status/stage';
import { selectTemplate } from '../template/select';
import type { Template } from '../template/template';
import type { Finding, Levels } from './check';
import { check } from './check';

/** The input of an analysis besides the text. */
export interface Environment extends RuleEnvironment, Pick<StageEnvironment, 'isMerged'> {
  /** Templates to choose from, preferred ones first. */
  readonly templates: readonly Template[];
  /** The template to check against, even if the document names another. */
  readonly template?: Template | undefined;
  /** Levels that override those of the rules. */
  readonly levels?: Levels | undefined;
  /** The findings of the document that the project's baseline lists. */
  readonly baseline?: readonly BaselineEntry[] | undefined;
}

/** An analyzed document. Immutable. */
export interface Analysis {
  readonly document: Document;
  readonly environment: Environment;
  readonly plan: Plan;
  /** Undefined if nothing is left to do. */
  readonly next?: NextStep | undefined;
  /** Undefined if the document matches no template; then there are no findings either. */
  readonly bound?: Bound | undefined;
  readonly findings: readonly Finding[];
  /** The findings that the baseline lists. */
  readonly suppressed: readonly Finding[];
}

/** The template of a document, its outline and its stage. */
interface Bound {
  readonly template: Template;
  readonly outline: Outline;
  readonly stage: Stage;
}

/** Parses, binds and checks a text. Never fails. */
export function analyze(text: string, environment: Environment): Analysis {
  return analyzeDocument(parseDocument(text), environment);
}

/** Binds and checks a parsed document with the given rules. */
export function analyzeDocument(
  document: Document,
  environment: Environment,
  rules: readonly Rule[] = allRules,
): Analysis {
  const selection = environment.template
    ? { template: environment.template, named: true }
    : selectTemplate(document, environment.templates);
  if (!selection) {
    const plan = readPlan(document, undefined, planFormatOf(environment.path ?? ''));
    return { document, environment, plan, next: nextStep(plan), findings: [], suppressed: [] };
  }
  const { template } = selection;
  const outline = bindOutline(document, template);
  const stage = stageOf(document, selection, environment);
  const plan = readPlan(document, outline);
  const found = check(rules, { document, outline, plan, stage, environment }, environment.levels);
  const bound = { template, outline, stage };
  return {
    document,
    environment,
    plan,
    next: nextStep(plan, template),
    bound,
    ...suppress(found, environment.baseline),
  };
}
