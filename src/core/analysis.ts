/** Everything the faces ask of one document, computed once. */

import type { Finding, Levels, Report } from './check';
import { check, moveReports, sameReports } from './check';
import type { Document, Section } from './document/document';
import { parseDocument } from './document/document';
import type { NextStep } from './plan/next';
import { nextStep } from './plan/next';
import type { Plan } from './plan/plan';
import { planSections, readPlan } from './plan/plan';
import { movePlan } from './plan/shift';
import { rules } from './rules/index';
import type { Surroundings } from './rules/rule';
import type { Known } from './same';
import { sameButMoved } from './same';
import type { Outline } from './template/outline';
import { bindOutline } from './template/outline';
import { selectTemplate } from './template/select';
import type { Stage, StatusWords } from './template/stage';
import { stageOf } from './template/stage';
import type { Template } from './template/template';
import type { Region } from './text/regions';
import { moveRegions } from './text/regions';
import type { Move } from './text/text';

/** What an answer depends on besides the text. */
export interface Environment extends Surroundings {
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
  readonly plan: Plan;
  /** What is to be done next; undefined if nothing is. */
  readonly next?: NextStep | undefined;
  /** Undefined if the document fits no template; then there are no findings either. */
  readonly bound?: Bound | undefined;
  readonly findings: readonly Finding[];
  /** What the findings report, without their changes: the same array as before an edit that altered none of it. */
  readonly reports: readonly Report[];
  /** What the analysis was made with, and what else one after an edit goes on from. */
  readonly basis: { readonly environment: Environment } & Pick<Known, 'plan' | 'named' | 'answered'>;
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

/**
 * The same for a document that is parsed already. Where it follows by edits from that of a previous analysis, what they
 * left as it was is kept, and what is left of the work is done when somebody asks for it.
 */
export function analyzeDocument(document: Document, environment: Environment, previous?: Analysis): Analysis {
  const move = previous?.basis.environment === environment ? moveSince(previous, document) : undefined;
  if (previous && move) return carriedOn(previous, document, move);
  const own = analyzed(document, environment);
  return previous && sameReports(previous.reports, own.reports) ? { ...own, reports: previous.reports } : own;
}

function moveSince({ document, reports, basis }: Analysis, later: Document): Move | undefined {
  const { plan, named, answered, environment } = basis;
  return sameButMoved({ document, reports, templates: environment.templates, plan, named, answered }, later);
}

function analyzed(document: Document, environment: Environment): Analysis {
  const selection = environment.template
    ? { template: environment.template, named: true }
    : selectTemplate(document, environment.templates);
  if (!selection) {
    const plan = readPlan(document);
    const basis = { environment, plan: linesOf(planSections(document)), named: [] };
    return { document, plan, next: nextStep(plan), findings: [], reports: [], basis };
  }
  const { template } = selection;
  const outline = bindOutline(document, template);
  const stage = stageOf(document, selection, environment.statuses);
  const plan = readPlan(document, outline);
  const findings = check(rules, { document, outline, plan, stage, around: environment }, environment.levels);
  return {
    document,
    plan,
    next: nextStep(plan, template),
    bound: { template, outline, stage },
    findings,
    reports: findings,
    basis: {
      environment,
      plan: linesOf(planSections(document, outline)),
      named: findings.flatMap(({ lines }) => lines ?? []),
      answered: { template, byName: outline.byName },
    },
  };
}

function linesOf(sections: readonly Section[]): Region[] {
  return sections.map(({ start, end }) => ({ start, end }));
}

/** The analysis of a document that says the same. Its findings differ only in the text that their changes move. */
function carriedOn(previous: Analysis, document: Document, move: Move): Analysis {
  const { bound, basis } = previous;
  const lines = moveRegions(basis.plan, move.line, move.by);
  const stays = lines === basis.plan;
  const plan = stays ? previous.plan : movePlan(previous.plan, move);
  const next = stays ? previous.next : nextStep(plan, bound?.template);
  const reports = moveReports(previous.reports, move);
  const own = { document, plan, next, reports, basis: stays ? basis : { ...basis, plan: lines } };
  return new LateAnalysis(own, bound && new LateBound(document, bound));
}

/** An analysis whose findings are worked out when somebody asks for them. */
class LateAnalysis implements Analysis {
  readonly document: Document;
  readonly plan: Plan;
  readonly next: NextStep | undefined;
  readonly reports: readonly Report[];
  readonly basis: Analysis['basis'];
  private found: readonly Finding[] | undefined;

  constructor(
    known: Omit<Analysis, 'findings' | 'bound'>,
    readonly bound: Bound | undefined,
  ) {
    this.document = known.document;
    this.plan = known.plan;
    this.next = known.next;
    this.reports = known.reports;
    this.basis = known.basis;
  }

  get findings(): readonly Finding[] {
    this.found ??= analyzed(this.document, this.basis.environment).findings;
    return this.found;
  }
}

/** The same template and stage, and an outline that is worked out when somebody asks for it. */
class LateBound implements Bound {
  readonly template: Template;
  readonly stage: Stage;
  private made: Outline | undefined;

  constructor(
    private readonly document: Document,
    { template, stage }: Bound,
  ) {
    this.template = template;
    this.stage = stage;
  }

  get outline(): Outline {
    this.made ??= bindOutline(this.document, this.template);
    return this.made;
  }
}
