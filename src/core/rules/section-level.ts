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
sections, it is the level that most of them have, so a document may start at any level. A shifted section with its
sub-sections is one finding, and so are adjacent sections that are shifted by the same number; the fix shifts them
back.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    for (const { sections, expected } of shiftedRuns(document.sections, outline)) {
      const [first, ...more] = sections;
      if (!first) continue;
      const { level } = first.heading;
      const movable = sections.every((section) => findsParent(document, outline, section, expected));
      yield {
        range: first.heading.range,
        message: `${named(first, more)} heading level ${level}: expected ${expected}.`,
        ...(movable && {
          fixes: [
            {
              title:
                more.length === 0
                  ? `Set the heading to level ${expected}`
                  : `Set the headings to level ${expected}`,
              applicability: isClear(sections, expected, outline) ? 'safe' : 'choice',
              edits: sections.flatMap((section) => shiftEdits(document, section, expected)),
            },
          ],
        }),
      };
    }
  },
};

/** Adjacent siblings that have the same wrong level and the same expected level. */
interface LevelRun {
  readonly sections: Section[];
  readonly expected: number;
}

function shiftedRuns(all: readonly Section[], outline: Outline): LevelRun[] {
  const levelOf = levelsOf(outline);
  const runs: LevelRun[] = [];
  for (const section of all) {
    const { level } = section.heading;
    const expected = levelOf(section);
    if (expected === undefined || expected === level || expected < 1 || expected > 6) continue;
    const run = runs.at(-1);
    const before = run?.sections.at(-1);
    const follows = before?.parent === section.parent && before?.end === section.start;
    if (run && follows && run.expected === expected && before?.heading.level === level)
      run.sections.push(section);
    else runs.push({ sections: [section], expected });
  }
  return runs;
}

/**
 * True if the shift is unambiguous. It is not if the parent is a section of the author's, which may contain these on
 * purpose, or if following siblings would become sub-sections of a shifted section.
 */
function isClear(sections: readonly Section[], level: number, { specOf }: Outline): boolean {
  const last = sections.at(-1);
  if (!last?.parent) return true;
  const after = last.parent.children.filter(({ start }) => start >= last.end);
  return specOf.has(last.parent) && !after.some(({ heading }) => heading.level > level);
}

function named(first: Section, more: readonly Section[]): string {
  const name = (section: Section): string => `"${withoutMark(section.heading.text)}"`;
  const [second, ...rest] = more;
  if (second === undefined) return `Section ${name(first)} has`;
  if (rest.length === 0) return `Sections ${name(first)} and ${name(second)} have`;
  return `Sections ${name(first)}, ${name(second)} and ${rest.length} more have`;
}
