import type { Section } from '../document/document';
import { withoutMark } from '../markdown/marks';
import { findsParent, levelsOf, shiftEdits } from '../outline/levels';
import type { Outline } from '../outline/outline';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const sectionLevel: Rule = {
  id: 'section-level',
  summary: say`A section has the right name and the wrong heading level.`,
  help: `A section whose level is too high swallows the sections after it; one whose level is too deep becomes part
of the section before it. The expected level is relative to the section's parent. For the template's top-level
sections, it is the level that most of them have that no other section contains, so a document may start at any level.
A shifted section with its sub-sections is one finding, and so are siblings that are shifted by the same number; the
fix shifts them back. A section that you put under one of your own, or that no shift would bring to its parent, is
at another place, which is no finding.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    for (const run of shiftedRuns(document.sections, outline)) {
      const { sections, expected, inside } = run;
      const [first, ...more] = sections;
      if (!first) continue;
      if (!findsParent(document, outline, first, expected) || isGrouped(first, expected, outline)) continue;
      yield {
        range: first.heading.range,
        message: wrongLevel(first, more, expected),
        fixes: [
          {
            title:
              more.length === 0
                ? say`Set the heading to level ${expected}`
                : say`Set the headings to level ${expected}`,
            applicability: isClear(run) ? 'safe' : 'choice',
            edits: shiftEdits(document, [...sections, ...inside], expected),
          },
        ],
      };
    }
  },
};

/** Siblings that have the same wrong level and the same expected level. */
interface LevelRun {
  readonly sections: Section[];
  readonly expected: number;
  /** Outermost sections of the template in the sections of the run, which are too deep: the same shift moves them out. */
  readonly inside: Section[];
}

function shiftedRuns(all: readonly Section[], outline: Outline): LevelRun[] {
  const levelOf = levelsOf(outline);
  const byParent = new Map<Section | undefined, LevelRun[]>();
  const runOf = new Map<Section, LevelRun>();
  for (const section of all) {
    const { level } = section.heading;
    const expected = levelOf(section);
    if (expected === undefined || expected === level || expected < 1 || expected > 6) continue;
    const isOutermost = !outline.specOf.get(section)?.parent;
    const around = isOutermost ? runAround(section, expected, runOf) : undefined;
    const siblings = byParent.get(section.parent) ?? [];
    const alike = siblings.find(
      ({ sections: [first], expected: other }) => first?.heading.level === level && other === expected,
    );
    const run = alike ?? around ?? { sections: [], expected, inside: [] };
    if (around) around.inside.push(section);
    else run.sections.push(section);
    runOf.set(section, run);
    if (!alike && !around) byParent.set(section.parent, [...siblings, run]);
  }
  return [...byParent.values()].flat();
}

/** The run that the section is inside of, and out of which the shift to the level would bring it. */
function runAround(
  { parent }: Section,
  level: number,
  runOf: ReadonlyMap<Section, LevelRun>,
): LevelRun | undefined {
  if (!parent || parent.heading.level < level) return undefined;
  const run = runOf.get(parent);
  return run?.expected === level ? run : runAround(parent, level, runOf);
}

/** True if a section of the author's contains the section on purpose: the shift would take it out of there. */
function isGrouped({ parent }: Section, level: number, outline: Outline): boolean {
  if (!parent || parent.heading.level < level) return false;
  return !outline.specOf.has(parent) || isGrouped(parent, level, outline);
}

/** True if the shift is unambiguous: no other siblings would become sub-sections of a shifted section. */
function isClear({ sections, expected, inside }: LevelRun): boolean {
  const shifted = new Set([...sections, ...inside]);
  const firsts = new Map([...shifted].reverse().map((section) => [section.parent, section]));
  return [...firsts].every(([parent, first]) =>
    (parent?.children ?? []).every(
      (sibling) => sibling.start < first.start || shifted.has(sibling) || sibling.heading.level <= expected,
    ),
  );
}

function wrongLevel(first: Section, more: readonly Section[], expected: number): Message {
  const name = (section: Section): string => withoutMark(section.heading.text);
  const [second, ...rest] = more;
  const { level } = first.heading;
  if (second === undefined)
    return say`Section "${name(first)}" has the wrong heading level: expected ${expected}, found ${level}.`;
  return rest.length === 0
    ? say`Sections "${name(first)}" and "${name(second)}" have the wrong heading level: expected ${expected}, found ${level}.`
    : say`Sections "${name(first)}", "${name(second)}" and ${rest.length} more have the wrong heading level: expected ${expected}, found ${level}.`;
}
