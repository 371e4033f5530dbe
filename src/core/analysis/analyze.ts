/** Everything the faces need of one document. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import type { NextStep } from '../plan/next';
import { nextStep } from '../plan/next';
import type { Plan } from '../plan/plan';
import { readPlan } from '../plan/plan';
import { rules as allRules } from '../rules/index';
import type { Rule, RuleEnvironment } from '../rules/rule';
import type { Outline } from '../template/outline';
import { bindOutline } from '../template/outline';
import { selectTemplate } from '../template/select';
import type { Stage, StatusWords } from '../template/stage';
import { stageOf } from '../template/stage';
import type { Template } from '../template/template';
import type { Finding, Levels } from './check';
import { check } from './check';

/** What an answer depends on besides the text. */
export interface Environment extends RuleEnvironment {
  /** Templates to choose from, preferred ones first. */
  readonly templates: readonly Template[];
  /** The one template to check against, whatever the document says. */
  readonly template?: Template | undefined;
  /** Levels of rules that are not the rule's own. */
  readonly levels?: Levels | undefined;
  /** The team's own status words. */
  readonly statuses?: StatusWords | undefined;
}

export interface Analysis {
  readonly document: Document;
  readonly environment: Environment;
  readonly plan: Plan;
  /** What is to be done next; undefined if nothing is. */
  readonly next?: NextStep | undefined;
  /** Undefined if the document fits no template; then there are no findings either. */
  readonly bound?: Bound | undefined;
  readonly findings: readonly Finding[];
}

interface Bound {
  readonly template: Template;
  readonly outline: Outline;
  readonly stage: Stage;
}

/** Parses, binds and checks a text. Any text gives an answer. */
export function analyze(text: string, environment: Environment): Analysis {
  return analyzeDocument(parseDocument(text), environment);
}

/** The same for a document that is parsed already; `rules` are those that check it. */
export function analyzeDocument(
  document: Document,
  environment: Environment,
  rules: readonly Rule[] = allRules,
): Analysis {
  const selection = environment.template
    ? { template: environment.template, named: true }
    : selectTemplate(document, environment.templates);
  if (!selection) {
    const plan = readPlan(document);
    return { document, environment, plan, next: nextStep(plan), findings: [] };
  }
  const { template } = selection;
  const outline = bindOutline(document, template);
  const stage = stageOf(document, selection, environment.statuses);
  const plan = readPlan(document, outline);
  const findings = check(rules, { document, outline, plan, stage, environment }, environment.levels);
  const bound = { template, outline, stage };
  return { document, environment, plan, next: nextStep(plan, template), bound, findings };
}
