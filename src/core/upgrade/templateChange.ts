/** What changed between two versions of a template. */

import { isNamed } from '../outline/matches';
import type { SectionSpec, Template } from '../template/template';
import { sameName } from '../text/names';

/** A section with a new name. */
export interface RenamedSection {
  readonly from: SectionSpec;
  readonly to: SectionSpec;
  /** True if the guidance below both headings is the same; else only their place says that they are one section. */
  readonly isCertain: boolean;
}

/** The sections that a template gained, renamed and lost. */
export interface TemplateChange {
  /** The older version. */
  readonly before: Template;
  readonly added: readonly SectionSpec[];
  readonly renamed: readonly RenamedSection[];
  readonly removed: readonly SectionSpec[];
}

/** Compares two versions of a template. Sections whose heading is a pattern are left out. */
export function compareTemplates(before: Template, after: Template): TemplateChange {
  const olds = before.specs.filter(({ repeatable }) => !repeatable);
  const news = after.specs.filter(({ repeatable }) => !repeatable);
  const gone = olds.filter((spec) => !news.some((other) => isSame(spec, other)));
  const come = news.filter((spec) => !olds.some((other) => isSame(other, spec)));
  const certain = byGuidance(gone, come);
  const left = without(certain, { gone, come });
  const guessed = byPlace(before, after, left, certain);
  const rest = without(guessed, left);
  return { before, added: rest.come, renamed: [...certain, ...guessed], removed: rest.gone };
}

/** Sections of the old version that the new one lacks, and the other way round. */
interface Unmatched {
  readonly gone: readonly SectionSpec[];
  readonly come: readonly SectionSpec[];
}

function without(renamed: readonly RenamedSection[], { gone, come }: Unmatched): Unmatched {
  return {
    gone: gone.filter((spec) => !renamed.some(({ from }) => from === spec)),
    come: come.filter((spec) => !renamed.some(({ to }) => to === spec)),
  };
}

/** True if documents that follow either template give both sections the same name. */
function isSame(before: SectionSpec, after: SectionSpec): boolean {
  if (sameName(before.name, after.name)) return true;
  return isNamed(before.name, after) || after.aliases.includes(before.title);
}

/** Pairs a section that is gone with the only new one of its depth that has the same guidance. */
function byGuidance(gone: readonly SectionSpec[], come: readonly SectionSpec[]): RenamedSection[] {
  return gone.flatMap((from): RenamedSection[] => {
    const text = guidanceOf(from);
    if (text === '') return [];
    const twins = gone.filter((other) => guidanceOf(other) === text);
    const [to, ...more] = come.filter((other) => other.depth === from.depth && guidanceOf(other) === text);
    return to && more.length === 0 && twins.length === 1 ? [{ from, to, isCertain: true }] : [];
  });
}

function guidanceOf({ body }: SectionSpec): string {
  return body
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Pairs a section that is gone with a new one that alone stands between the same two neighbours. */
function byPlace(
  before: Template,
  after: Template,
  { gone, come }: Unmatched,
  certain: readonly RenamedSection[],
): RenamedSection[] {
  const isOne = (from: SectionSpec, to: SectionSpec): boolean =>
    isSame(from, to) || certain.some((pair) => pair.from === from && pair.to === to);
  return gone.flatMap((from): RenamedSection[] => {
    const place = placeOf(before, from);
    const [to, ...more] = come.filter(
      (spec) => spec.depth === from.depth && isSamePlace(place, placeOf(after, spec), isOne),
    );
    return to && more.length === 0 ? [{ from, to, isCertain: false }] : [];
  });
}

/** The section around another one, and those next to it. */
type Place = readonly (SectionSpec | undefined)[];

function placeOf({ sections }: Template, spec: SectionSpec): Place {
  const siblings = spec.parent?.children ?? sections;
  const at = siblings.indexOf(spec);
  return [spec.parent, siblings[at - 1], siblings[at + 1]];
}

function isSamePlace(
  before: Place,
  after: Place,
  isOne: (from: SectionSpec, to: SectionSpec) => boolean,
): boolean {
  return before.every((one, at) => {
    const other = after[at];
    return one && other ? isOne(one, other) : one === other;
  });
}
