/** The tasks of a text and of a plan, compared with the count in rendered HTML. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { analyze } from '../../src/core/analysis/analyze';
import { saysTemplate } from '../../src/core/config/scope';
import type { Document } from '../../src/core/document/document';
import { parseBlocks, walkBlocks } from '../../src/core/markdown/markdown';
import { planSections } from '../../src/core/plan/sections';
import { readTemplate } from '../../src/core/template/template';
import { splitLines } from '../../src/core/text/text';
import { root } from '../fixture';
import { renderedTasks } from '../taskOracle';
import { bundled } from './templates';

const indent = fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '\t', '      ', ' \t');
const quote = fc.constantFrom('', '', '', '', '> ', '>', '> > ', ' >\t');
const marker = fc.constantFrom(
  ...[
    '- ',
    '- ',
    '- ',
    '* ',
    '+ ',
    '-\t',
    '1. ',
    '2. ',
    '3) ',
    '10) ',
    '-',
    '- - ',
    '* 1. ',
    '-  ',
    '-     ',
    '',
  ],
);
const box = fc.constantFrom(
  ...[
    '[ ] ',
    '[ ] ',
    '[x] ',
    '[X] ',
    '[ ]',
    '[x]',
    '[ ]\t',
    '[\t] ',
    '[~] ',
    '[-] ',
    '[] ',
    '[xx] ',
    '[ ]  ',
  ],
  ...['\\[ ] ', '[x](', '[x][y] ', '[x]: ', '`[ ] ', '**[x] ', '&#91;x] ', '<b>[ ] ', '<!-- a --> [ ] ', ''],
);
const words = fc.constantFrom(
  ...[
    'a',
    'b c',
    'a',
    '[x] b',
    '# a',
    '`code`',
    '<!-- c -->',
    '<b>',
    '](x)',
    '***',
    '===',
    '---',
    '| a | b',
    '',
  ],
  ...['- [ ] a', '> [ ] a', '1. [x] a', '&nbsp;', '\u00a0', '<i></i>a', 'a  ', '```', '\\*', '!'],
);
const item = fc.tuple(quote, indent, marker, box, words).map((parts) => parts.join(''));
const other = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '```',
    '~~~',
    '````',
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '<pre>',
    '| --- | --- |',
    '---',
    '===',
  ],
  ...['text', '  text', '      text', '>', '# A', '## [ ] B', '[x]: https://a', '[y]: b', '***', '<x-y>'],
);
const text = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: item }, { weight: 1, arbitrary: other }), { maxLength: 14 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([lines, ending]) => lines.join(ending));

const show = (line: number, mark: string) => `${line + 1}: [${mark}]`;

/** Counts the rendered leaf tasks under the headings of the plan, without instructions and front matter. */
function renderedCount(document: Document, headings: ReadonlySet<number>): { done: number; total: number } {
  const cut = new Set<number>();
  for (const { start, end } of [
    ...document.instructions,
    ...(document.frontMatter ? [document.frontMatter] : []),
  ]) {
    for (let line = start; line < end; line++) cut.add(line);
  }
  const lines = document.lines.map((line, at) => (cut.has(at) ? '' : line.text));
  const tasks = renderedTasks(lines.join('\n')).filter(
    (task) => task.leaf && task.headings.some((line) => headings.has(line)),
  );
  return { done: tasks.filter(({ mark }) => /[xX]/.test(mark)).length, total: tasks.length };
}

describe('tasks of any list', () => {
  it('are those of the rendered HTML', () => {
    fc.assert(
      fc.property(text, (source) => {
        const blocks = parseBlocks(splitLines(source).map((line) => line.text));
        const found = [...walkBlocks(blocks)].flatMap((block) =>
          block.box?.task ? [show(block.box.range.start.line, block.box.mark)] : [],
        );
        const shown = renderedTasks(source).filter(({ mark }) => /^[ \txX]$/.test(mark));
        assert.deepEqual(
          found,
          shown.map(({ line, mark }) => show(line, mark)),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('are as many in a plan as in the rendered HTML', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { document, plan } = analyze(`# T\n\n## Plan\n\n${source}`, {
          templates: [],
          today: '2026-11-22',
        });
        const sections = planSections(document);
        const expected = renderedCount(document, new Set(sections.map(({ heading }) => heading.line)));
        assert.deepEqual({ done: plan.done, total: plan.total }, expected);
      }),
      { numRuns: 1500 },
    );
  });
});

const folders = [
  path.join(root, 'docs'),
  process.env.DESIGN_DOCS_CORPUS ?? path.join(root, '..', 'shared', 'corpus'),
];

for (const folder of folders) {
  describe(`plans in ${path.basename(folder)}`, () => {
    const names = existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
      : [];
    const texts = names.map((name) => ({ name, source: readFileSync(path.join(folder, name), 'utf8') }));
    const families = texts
      .filter(({ name }) => saysTemplate(path.basename(name)) === 'certain')
      .map(({ name, source }) => readTemplate(source, name));

    before(function () {
      if (names.length === 0) this.skip();
    });

    it('have the same number of tasks, done and in total, as the rendered HTML', () => {
      let plans = 0;
      for (const { name, source } of texts) {
        for (const templates of [[...families, bundled], []]) {
          const { document, plan, bound } = analyze(source, { templates, today: '2026-11-22' });
          const sections = planSections(document, bound?.outline);
          const expected = renderedCount(document, new Set(sections.map(({ heading }) => heading.line)));
          assert.deepEqual({ done: plan.done, total: plan.total }, expected, name);
          if (plan.total > 0) plans++;
        }
      }
      assert.ok(plans > 0);
    });
  });
}
