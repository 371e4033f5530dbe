/** Random plans in all styles of Markdown lists. */

import fc from 'fast-check';

/** A task before it is written as Markdown. */
interface Sketch {
  readonly words: string;
  readonly mark: string;
  readonly extra: string;
  readonly steps: readonly Sketch[];
}

/** The Markdown style of a plan. */
export interface Style {
  /** The list markers by depth; `.` and `)` mean numbered items. */
  readonly bullets: readonly ('-' | '*' | '+' | '.' | ')')[];
  readonly gap: ' ' | '  ' | '\t';
  readonly indent: 'fitting' | 'four' | 'tab';
  readonly quote: '' | '> ';
  readonly headings: boolean;
  /** The first number in the labels of titles; undefined for titles without labels. */
  readonly labels: number | undefined;
  readonly loose: boolean;
  readonly ending: '\n' | '\r\n' | '\r';
  /** The end of the text: another section, a line ending, or nothing. */
  readonly tail: 'section' | 'ending' | 'nothing';
}

const words = fc.constantFrom(
  'boil',
  'pour the tea',
  '**warm** the pot',
  '`verify: npm test`',
  'see [it](#goals)',
  'wait (human)',
);
const mark = fc.constantFrom(' ', ' ', ' ', 'x', 'X', '~');
const extra = fc.constantFrom('', '', '', 'wrapped', 'note', 'code', 'lazy', 'paragraph');
const leaf = fc.record({ words, mark, extra, steps: fc.constant([]) });
const inner = fc.record({ words, mark, extra, steps: fc.array(leaf, { maxLength: 3 }) });
const milestone = fc.record({ words, mark, extra, steps: fc.array(inner, { maxLength: 4 }) });
const sketch: fc.Arbitrary<readonly Sketch[]> = fc.array(milestone, { minLength: 1, maxLength: 4 });

const bullet = fc.constantFrom<Style['bullets'][number]>('-', '-', '*', '+', '.', ')');
const style: fc.Arbitrary<Style> = fc.record({
  bullets: fc.tuple(bullet, bullet, bullet),
  gap: fc.constantFrom<Style['gap']>(' ', ' ', ' ', '  ', '\t'),
  indent: fc.constantFrom<Style['indent']>('fitting', 'fitting', 'fitting', 'four', 'tab'),
  quote: fc.constantFrom<Style['quote']>('', '', '', '> '),
  headings: fc.constantFrom(false, false, true),
  labels: fc.constantFrom(undefined, 1, 1, 0, 3),
  loose: fc.constantFrom(false, false, true),
  ending: fc.constantFrom<Style['ending']>('\n', '\n', '\r\n', '\r'),
  tail: fc.constantFrom<Style['tail']>('section', 'section', 'ending', 'nothing'),
});

/** True for an unambiguous style, in which no change may be refused because of syntax. */
export function isPlain({ gap, indent, quote, headings }: Style): boolean {
  return gap === ' ' && indent === 'fitting' && quote === '' && !headings;
}

/** Documents with a plan, and the style of the plan. */
export const plans: fc.Arbitrary<{ readonly text: string; readonly style: Style }> = fc
  .tuple(sketch, style)
  .map(([tasks, own]) => ({ text: write(tasks, own), style: own }));

function write(tasks: readonly Sketch[], style: Style): string {
  const lines = style.headings
    ? tasks.flatMap((task, at) => [
        `### ${titleOf(task, at, 0, style)}`,
        '',
        ...(task.extra === '' ? [] : ['What it is about.', '']),
        ...task.steps.flatMap((step, index) => item(step, index, 1, '', style)),
        '',
      ])
    : tasks.flatMap((task, at) => item(task, at, 0, '', style)).map((line) => style.quote + line);
  const head = '# Design: Tea\n\n**Status:** Draft\n\n## Summary\n\nTea.\n\n## Goals\n\n- Hot tea.\n\n';
  const tail = { section: '\n\n## Testing\n\n- [ ] Taste it.\n', ending: '\n', nothing: '' }[style.tail];
  const body = `${head}## Next Steps\n\n- boil\n\n## Implementation Plan\n\n${lines.join('\n').trimEnd()}${tail}`;
  return body.replaceAll('\n', style.ending);
}

function titleOf({ words: own }: Sketch, at: number, depth: number, { labels }: Style): string {
  if (labels === undefined || depth > 1) return own;
  return `${depth === 0 ? 'Milestone' : 'Step'} ${labels + at}: ${own}`;
}

function item(task: Sketch, at: number, depth: number, indent: string, style: Style): string[] {
  const sign = style.bullets[depth] ?? '-';
  const marker = /[.)]/.test(sign) ? `${at + 1}${sign}` : sign;
  const first = `${indent}${marker}${style.gap}[${task.mark}] ${titleOf(task, at, depth, style)}`;
  const inside =
    indent + { fitting: ' '.repeat(marker.length + style.gap.length), four: '    ', tab: '\t' }[style.indent];
  const more = {
    '': [],
    wrapped: [`${inside}and more`],
    note: [`${inside}- a note`],
    code: ['', `${inside}\`\`\``, `${inside}- [ ] code`, `${inside}\`\`\``],
    lazy: ['and lazy'],
    paragraph: ['', `${inside}Another paragraph.`],
  }[task.extra];
  const steps = task.steps.flatMap((step, index) => item(step, index, depth + 1, inside, style));
  return [...(style.loose && at > 0 ? [''] : []), first, ...(more ?? []), ...steps];
}
