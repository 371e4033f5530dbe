/** Mutations that add one error to a clean document. */

import type { Document, Section } from '../../src/core/document/document';
import type { Outline } from '../../src/core/outline/outline';
import type { Plan } from '../../src/core/plan/plan';
import { readTasks } from '../../src/core/plan/plan';

/** A clean document with its outline, plan and lines. */
export interface Clean {
  readonly document: Document;
  readonly outline: Outline;
  readonly plan: Plan;
  readonly lines: readonly string[];
}

/** A document with one error, and the finding that it must have. */
export interface Mutant {
  readonly name: string;
  readonly lines: readonly string[];
  readonly rule: string;
  /** The line of the finding, from 0; undefined if it depends on which section counts as moved. */
  readonly line?: number;
  /** The effect of the fixes: one restores the original, one only removes the finding, or there are none. */
  readonly mended: 'original' | 'silent' | 'never';
}

const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  plain: ['<instructions>', 'NOTE: remove this.', '</instructions>'],
  headings: ['# <instructions>', '# NOTE: remove this.', '#', '# Start soon.', '# </instructions>'],
  spread: ['# <instructions>', '', '# NOTE: remove this.', '', '# ', '', '# </instructions>'],
  'one line': ['# <instructions>Remove this.</instructions>'],
  'bare end': ['# <instructions>', '# NOTE: remove this.', '</instructions>'],
};

/** All mutations that apply to the document. */
export function mutantsOf(clean: Clean): Mutant[] {
  return [...headerMutants(clean), ...sectionMutants(clean), ...orderMutants(clean), ...planMutants(clean)];
}

function headerMutants({ document, lines }: Clean): Mutant[] {
  const at = (document.title?.endLine ?? 0) + 1;
  const blocks = Object.entries(BLOCKS).map(
    ([name, block]): Mutant => ({
      name: `instructions, ${name}`,
      lines: lines.toSpliced(at, 0, ...block, ''),
      rule: 'leftover-instructions',
      line: at,
      mended: 'original',
    }),
  );
  const created = document.fields.find((field) => /^\d{4}-\d{2}-\d{2}$/.test(field.value));
  if (!created) return blocks;
  const { start, end } = created.valueRange;
  const withValue = (value: string): string[] => {
    const text = lines[start.line] ?? '';
    return lines.with(start.line, text.slice(0, start.character) + value + text.slice(end.character));
  };
  const field = { rule: 'header-field', mended: 'silent' } as const;
  return [
    ...blocks,
    { ...field, name: 'masked date', lines: withValue('YYYY-MM-DD'), line: start.line },
    {
      ...field,
      name: 'no such date',
      lines: withValue('2026-13-45'),
      line: start.line,
      // The intended date is unknown, so that there is no fix.
      mended: 'never',
    },
    { ...field, name: 'no date', lines: lines.toSpliced(start.line, 1), line: document.title?.line ?? 0 },
  ];
}

function sectionMutants({ document, outline, lines }: Clean): Mutant[] {
  // Levels are judged from sections with the template's own names.
  const named = outline.bindings.flatMap(({ spec, sections: [section] }) =>
    section && !spec.parent && section.heading.name.key === spec.name.key ? section : [],
  );
  return outline.bindings.flatMap(({ spec, sections: [section] }) => {
    if (!section || spec.parent || spec.requirement.kind !== 'required') return [];
    const { start, end, bodyEnd } = section;
    const heading = lines[start] ?? '';
    const mutants: Mutant[] = [
      {
        name: `no ${spec.title}`,
        lines: lines.toSpliced(start, end - start),
        rule: 'missing-section',
        line: 0,
        mended: 'silent',
      },
      {
        name: `placeholder in ${spec.title}`,
        lines: lines.toSpliced(start + 1, 0, '', 'It serves <some group of users>.'),
        rule: 'leftover-placeholder',
        line: start + 2,
        mended: 'never',
      },
    ];
    const renamed = (name: string, text: string, rule: string): Mutant => ({
      name: `${name} ${spec.title}`,
      lines: lines.with(start, text),
      rule,
      line: start,
      mended: 'original',
    });
    if (outline.template.omitMarks)
      mutants.push(renamed('mark on', `${heading} (Required)`, 'leftover-suffix'));
    if (named.length > 1 && named.includes(section)) {
      mutants.push(renamed('raised', heading.slice(1), 'section-level'));
      // A section below one of the author's own is there on purpose.
      const above = document.sections.findLast(
        (other) => other.start < start && other.heading.level <= section.heading.level,
      );
      if (!above || outline.specOf.has(above)) mutants.push(renamed('sunk', `#${heading}`, 'section-level'));
    }
    if (bodyEnd === end) {
      mutants.push({
        name: `empty ${spec.title}`,
        lines: lines.toSpliced(start + 1, end - start - 2),
        rule: 'empty-section',
        line: start,
        mended: 'silent',
      });
    }
    return mutants;
  });
}

function orderMutants({ outline, lines }: Clean): Mutant[] {
  const lead = outline.template.lead.flatMap(
    (spec) => outline.bindings.find((binding) => binding.spec === spec)?.sections[0] ?? [],
  );
  return lead.slice(1).flatMap((second, index) => {
    const first = lead[index];
    return first?.end === second.start ? [swapped(lines, first, second)] : [];
  });
}

function swapped(lines: readonly string[], first: Section, second: Section): Mutant {
  const a = lines.slice(first.start, first.end);
  const b = lines.slice(second.start, second.end);
  return {
    name: `${first.heading.text} after ${second.heading.text}`,
    lines: lines.toSpliced(first.start, a.length + b.length, ...b, ...a),
    rule: 'section-order',
    mended: 'original',
  };
}

function planMutants({ document, outline, plan, lines }: Clean): Mutant[] {
  const mutants: Mutant[] = [];
  const change = (name: string, line: number, rule: string, text: (old: string) => string): void => {
    mutants.push({ name, lines: lines.with(line, text(lines[line] ?? '')), rule, line, mended: 'original' });
  };
  const named = plan.milestones.every(({ title }) => /^[*_]*(?:milestone|phase|m)[ -]?\d/i.test(title));
  const parent = plan.milestones.find(({ mark, steps }) => mark !== undefined && steps.length > 0);
  const [step] = parent?.steps ?? [];
  if (named && step && step.steps.length === 0) {
    change('step without indent', step.line, 'plan-structure', (old) => old.trimStart());
  }
  const open = readTasks(document, outline).find((task) => task.mark === ' ' && task.steps.length === 0);
  if (open) change('glued box', open.line, 'plan-task', (old) => old.replace(/([-*+]) \[ \]/, '$1[ ]'));
  const ticked = plan.milestones.find(({ mark, done, total }) => mark === ' ' && done < total && total > 1);
  if (ticked) change('ticked too early', ticked.line, 'milestone-state', (old) => old.replace('[ ]', '[x]'));
  return mutants;
}
