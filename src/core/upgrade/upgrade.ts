/** What a document needs to follow a template that has changed, and the change for it. */

import type { Analysis } from '../analysis/analyze';
import { analyze } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { HeadingRename } from '../edits/renameHeading';
import { headingAt, renameHeading } from '../edits/renameHeading';
import { offeredFixes } from '../fix/proof';
import type { SectionSpec } from '../template/template';
import type { Text } from '../text/message';
import { say } from '../text/message';
import { sameName } from '../text/names';
import { applyEdits } from '../text/text';
import type { OldSection } from './oldSections';
import { isAnswered, linksOn, oldSections } from './oldSections';
import { renamedText } from './renamedText';
import type { TemplateChange } from './templateChange';

/** A change of a document. */
export interface UpgradeStep {
  readonly kind: 'rename' | 'insert';
  /** The line of the heading that is renamed, in the text before all steps; 0 for an insertion. */
  readonly line: number;
  /** The old name; empty for an insertion. */
  readonly from: string;
  readonly to: string;
  /** Why the change is left to a person; undefined if it is made. */
  readonly why?: Text;
}

/** The changes of a document, and its text with those that can be made. */
export interface Upgrade {
  readonly steps: readonly UpgradeStep[];
  readonly text: string;
  /** The renamed headings, for the links to them in other files. */
  readonly renames: readonly HeadingRename[];
}

/** The stages of documents that are still worked on: a settled document keeps the template that it was written for. */
const IN_FLIGHT: ReadonlySet<string> = new Set(['draft', 'progress', 'unknown']);

/** How a document is upgraded. */
export interface UpgradeOptions {
  /** The path of the document, relative to the root of the repository, with `/`. */
  readonly path: string;
  /** Rename sections also where only their place in the template says that they are the same. */
  readonly guesses?: boolean;
}

/**
 * The upgrade of a document, which is analyzed with the new version of its template; undefined if it is not behind, or
 * settled.
 */
export function upgrade(
  analysis: Analysis,
  change: TemplateChange,
  options: UpgradeOptions,
): Upgrade | undefined {
  const { bound } = analysis;
  if (!bound || !IN_FLIGHT.has(bound.stage)) return undefined;
  const start: State = { analysis, steps: [], renames: [] };
  const olds = oldSections(analysis.document, change);
  const renamed = olds.reduce((state, one) => renameSection(state, one, options), start);
  const { steps, renames, analysis: after } = change.added.reduce(insertSection, renamed);
  return steps.length === 0 ? undefined : { steps, text: after.document.text, renames };
}

/** The upgrade so far. */
interface State {
  readonly analysis: Analysis;
  readonly steps: readonly UpgradeStep[];
  readonly renames: readonly HeadingRename[];
}

function renameSection(
  state: State,
  { from, to, isCertain, lines }: OldSection,
  { path, guesses }: UpgradeOptions,
): State {
  const { document, bound, environment } = state.analysis;
  const [section, ...more] = document.sections.filter(({ heading }) => lines.includes(heading.line));
  if (!section || !bound || isAnswered(bound.outline, to, section)) return state;
  const { line, range, text, name } = section.heading;
  const step: UpgradeStep = { kind: 'rename', line, from: text, to: to.title };
  const left = (why: Text): State => withStep(state, { ...step, why });
  if (!sameName(name, from.name)) {
    // Of a section that stands for another one now, only a demand says that something is missing.
    const { specOf, covered } = bound.outline;
    const isOther = (specOf.has(section) || covered.has(to)) && !demandFor(state.analysis, to);
    return isOther ? state : left(say`its name is not exactly "${from.title}"`);
  }
  if (more.length > 0) return left(say`several sections have the old name`);
  if (!isCertain && !guesses)
    return left(say`only its place in the template says that it is the same section`);
  const heading = headingAt(document, range.start);
  if ('refused' in heading) return left(heading.refused);
  const newText = renamedText(heading.text, from, to.title);
  if (newText === undefined) return left(say`it is not certain which part of the heading is the name`);
  const renamed = renameHeading(document, path, range.start, newText);
  if ('refused' in renamed) return left(renamed.refused);
  const after = analyze(applyEdits(document.text, renamed.edits), environment);
  if (linksOn(document, line) !== linksOn(after.document, line)) {
    return left(say`a link in the heading would lead elsewhere`);
  }
  return {
    analysis: after,
    steps: [...state.steps, { ...step, to: newText }],
    renames: [...state.renames, renamed],
  };
}

/** Inserts a section that the template requires now, if a finding demands it. */
function insertSection(state: State, spec: SectionSpec): State {
  const { document, environment } = state.analysis;
  const finding = demandFor(state.analysis, spec);
  if (!finding) return state;
  const step: UpgradeStep = { kind: 'insert', line: 0, from: '', to: spec.title };
  const fix = offeredFixes(state.analysis, finding).find(({ applicability }) => applicability === 'scaffold');
  if (!fix) return withStep(state, { ...step, why: say`no place for it is proved` });
  return { ...withStep(state, step), analysis: analyze(applyEdits(document.text, fix.edits), environment) };
}

function withStep(state: State, step: UpgradeStep): State {
  return { ...state, steps: [...state.steps, step] };
}

/** The finding that the document lacks a section. */
function demandFor({ findings, suppressed }: Analysis, spec: SectionSpec): Finding | undefined {
  return [...findings, ...suppressed].find(({ missing }) => missing === spec);
}
