/** Everything the faces ask of one document, computed once. */

import type { Finding, Levels } from './check';
import { check } from './check';
import type { Document } from './document';
import { parseDocument } from './document';
import type { Fixed } from './fix';
import { fixAll } from './fix';
import type { Outline } from './outline';
import { bindOutline } from './outline';
import type { NextStep } from './plan/next';
import { nextStep } from './plan/next';
import type { Plan } from './plan/plan';
import { readPlan } from './plan/plan';
import { rules } from './rules/index';
import type { Files } from './rules/rule';
import { selectTemplate } from './select';
import type { Stage, StatusWords } from './stage';
import { stageOf } from './stage';
import type { Template } from './template';

/** What an answer depends on besides the text. */
export interface Environment {
  /** Templates to choose from, preferred ones first. */
  readonly templates: readonly Template[];
  /** The one template to check against, whatever the document says. */
  readonly template?: Template;
  /** The current date as `YYYY-MM-DD`. */
  readonly today: string;
  /** The author to fill in, if one is configured. */
  readonly author?: string;
  /** The files around the document; without them, links to files are not judged. */
  readonly files?: Files;
  /** Levels of rules that are not the rule's own. */
  readonly levels?: Levels;
  /** The team's own status words. */
  readonly statuses?: StatusWords;
}

export interface Analysis {
  readonly document: Document;
  readonly plan: Plan;
  /** What is to be done next; undefined if nothing is. */
  readonly next?: NextStep | undefined;
  /** Undefined if the document fits no template; then there are no findings either. */
  readonly bound?: { readonly template: Template; readonly outline: Outline; readonly stage: Stage };
  readonly findings: readonly Finding[];
}

/** Parses, binds and checks a text. Any text gives an answer. */
export function analyze(text: string, environment: Environment): Analysis {
  return analyzeDocument(parseDocument(text), environment);
}

/** The same for a document that is parsed already, or follows from another one by an edit. */
export function analyzeDocument(document: Document, environment: Environment): Analysis {
  const selection = environment.template
    ? { template: environment.template, named: true }
    : selectTemplate(document, environment.templates);
  if (!selection) {
    const plan = readPlan(document);
    return { document, plan, next: nextStep(plan), findings: [] };
  }
  const { template } = selection;
  const outline = bindOutline(document, template);
  const stage = stageOf(document, selection, environment.statuses);
  const plan = readPlan(document, outline);
  const { today, author, files } = environment;
  const findings = check(
    rules,
    { document, outline, plan, stage, today, ...(author && { author }), ...(files && { files }) },
    environment.levels,
  );
  return { document, plan, next: nextStep(plan, template), bound: { template, outline, stage }, findings };
}

/** Applies every fix, or those of the given rules, in rounds until nothing changes. */
export function fixText(text: string, environment: Environment, only?: readonly string[]): Fixed {
  return fixAll(
    text,
    (current) => analyze(current, environment).findings,
    (finding) => only === undefined || only.includes(finding.rule),
  );
}
