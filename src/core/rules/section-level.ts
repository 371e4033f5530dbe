import type { Section } from '../document/document';
import { withoutMark } from '../markdown/marks';
import { findsParent, levelsOf, shiftEdits } from '../template/levels';
import type { Outline } from '../template/outline';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const sectionLevel: Rule = {
  id: 'section-level',
  summary: 'A section has the right name and the wrong heading level.',
  help: `A section whose level is too high swallows the sections after it; one whose level is too deep becomes part
of the section before it. The expected level is relative to the section's parent. For the template's top-level
sections, it is the level that most of them have that no other section contains, so a document may start at any level.
A shifted section with its sub-sections is one finding, and so are siblings that are shifted by the same number; the
fix shifts them back. A section that you put under one of your own, or that no shift would bring to its parent, is
at another place, which is no finding.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    for (const { sections, expected } of shiftedRuns(document.sections, outline)) {
      const [first, ...more] = sections;
      if (!first) continue;
      const { level } = first.heading;
      if (!findsParent(document, outline, first, expected) || isGrouped(first, expected, outline)) continue;
      yield {
        range: first.heading.range,
        message: `${named(first, more)} the wrong heading level: expected ${expected}, found ${level}.`,
        fixes: [
          {
            title:
              more.length === 0
                ? `Set the heading to level ${expected}`
                : `Set the headings to level ${expected}`,
            applicability: isClear(sections, expected) ? 'safe' : 'choice',
            edits: sections.flatMap((section) => shiftEdits(document, section, expected)),
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
}

function shiftedRuns(all: readonly Section[], outline: Outline): LevelRun[] {
  const levelOf = levelsOf(outline);
  const byParent = new Map<Section | undefined, LevelRun[]>();
  const runs: LevelRun[] = [];
  for (const section of all) {
    const { level } = section.heading;
    const expected = levelOf(section);
    if (expected === undefined || expected === level || expected < 1 || expected > 6) continue;
    const siblings = byParent.get(section.parent) ?? [];
    const run = siblings.find(
      ({ sections: [first], expected: other }) => first?.heading.level === level && other === expected,
    );
    if (run) {
      run.sections.push(section);
      continue;
    }
    const started = { sections: [section], expected };
    byParent.set(section.parent, [...siblings, started]);
    runs.push(started);
  }
  return runs;
}

/** True if a section of the author's contains the section on purpose: the shift would take it out of there. */
function isGrouped({ parent }: Section, level: number, outline: Outline): boolean {
  if (!parent || parent.heading.level < level) return false;
  return !outline.specOf.has(parent) || isGrouped(parent, level, outline);
}

/** True if the shift is unambiguous: no other siblings would become sub-sections of a shifted section. */
function isClear(sections: readonly Section[], level: number): boolean {
  const [first] = sections;
  const after = first?.parent?.children.filter(({ start }) => start > first.start) ?? [];
  return after.every((sibling) => sections.includes(sibling) || sibling.heading.level <= level);
}

function named(first: Section, more: readonly Section[]): string {
  const name = (section: Section): string => `"${withoutMark(section.heading.text)}"`;
  const [second, ...rest] = more;
  if (second === undefined) return `Section ${name(first)} has`;
  if (rest.length === 0) return `Sections ${name(first)} and ${name(second)} have`;
  return `Sections ${name(first)}, ${name(second)} and ${rest.length} more have`;
}
