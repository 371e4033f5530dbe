/**
 * Work is linear in the length of the text, because a repository can contain any text as a template or a document. The
 * processor time for each adversarial text is compared with that of markdown-it for the same text, or for prose, on the
 * same machine. Quadratic work exceeds that limit many times.
 */

import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { analyze } from '../../src/core/analysis/analyze';
import { readComments } from '../../src/core/comments/read';
import { parseDocument } from '../../src/core/document/document';
import { completionsAt } from '../../src/core/features/completion';
import { hoverAt } from '../../src/core/features/hover';
import { openPlaceholders } from '../../src/core/features/placeholders';
import { readiness } from '../../src/core/review/readiness';
import { scaffold } from '../../src/core/scaffold/scaffold';
import type { Template } from '../../src/core/template/template';
import { readTemplate } from '../../src/core/template/template';
import { readTemplates } from '../../src/core/template/templateSet';

const SMALL =
  '# T: <x>\n\n**Status:** Draft\n\n## A (Required)\n\nSay it.\n\n## B (Required)\n\n## C (Required)\n';
const WORK = 50_000;
const SLACK = 25;

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('');
const inSection = (text: string): string => `# T: <x>\n\n## A\n\nx ${text}\n\n## B\n\n## C\n`;
const repeated = (text: string): string => inSection(text.repeat(WORK / text.length));
const pyramid = (): string => lines(340, (at) => `${'`'.repeat(at)} `);

const TEXTS: Readonly<Record<string, string>> = {
  'sections, marked and not': lines(1_500, (at) => `## Part w${at} (Required)\n\nSay it.\n\n## w${at}\n\n`),
  'sections of one name': lines(3_000, () => '## Same\n\nx\n\n'),
  'sections in sections': `# T\n\n## Top\n\n${lines(3_000, (at) => `### Sub w${at}\n\nText.\n\n`)}`,
  'numbered sections': lines(3_000, (at) => `## Story ${at}\n\nSay it.\n\n`),
  'comments above sections': lines(3_000, (at) => `<!-- optional -->\n\n## w${at}\n\n`),
  'comments in a row': `# T\n\n${lines(3_000, (at) => `<!-- say ${at} in a sentence -->\n\n`)}## A\n\n## B\n`,
  fields: `# T\n\n${lines(3_000, (at) => `**Field ${at}:** x\n`)}\n## A\n\n## B\n\n## C\n`,
  'front matter': `---\n${lines(3_000, (at) => `key${at}: x\n`)}---\n\n# T\n\n## A\n\n## B\n`,
  'a table of fields': `# T\n\n| a | b |\n| - | - |\n${lines(3_000, (at) => `| f${at} | x |\n`)}\n## A\n`,
  definitions: inSection(`\n\n${lines(3_000, (at) => `[r${at}]: #x${at}\n`)}`),
  quotes: inSection(`\n\n${'>'.repeat(WORK)} x`),
  'one line': repeated('word '),
  'a line of code marks': repeated('`'),
  'code marks of all lengths': inSection(pyramid()),
  'a lead sentence': `# T\n\n${'Start with '.repeat(9_000)}.\n\n${lines(500, (at) => `## w${at}\n\n`)}`,
  'blanks in a field': `# T\n\n**Status:** a${' '.repeat(WORK)}b\n\n## A\n\n## B\n\n## C\n`,
  'blanks in a status': `# T\n\n## Status\n\nAccepted${' '.repeat(WORK)}b\n\n## A\n\n## B\n\n## C\n`,
  'words in a status': `# T\n\n## Status\n\n${'superceded or '.repeat(WORK / 14)}\n\n## A\n\n## B\n\n## C\n`,
  'comments about a status': `# T\n\n**Status:** x ${'<!-- a | b '.repeat(WORK / 11)}\n\n## A\n\n## B\n`,
  'own marks': `---\ndesign-docs-marks: x = required\n---\n\n# T\n\n## A (${'x ('.repeat(WORK / 3)}\n\n## B (x ${' '.repeat(WORK)}#\n`,
  'claims without a test': lines(3_000, (at) => `- It never fails in case ${at}.\n`),
  'full stops and claims': repeated('never. . . ..'),
  'questions for a review': `# T\n\n${lines(3_000, (at) => `<!-- design-docs: ready w${at} -->\n`)}## A\n\n## B\n`,
  'a checklist for a review': `# T\n\n<instructions>\nReview:\n${lines(3_000, (at) => `- [ ] w${at}\n`)}</instructions>\n\n## A\n\n## B\n`,
  'blanks in a directive': `# T\n\n<!-- design-docs: x${' '.repeat(WORK)}y -->\n\n## A\n\n## B\n\n## C\n`,
  'review comments': lines(
    2_000,
    (at) =>
      `Word w${at} is said.\n<!-- design-docs: comment\nblock: 01234567\nbefore: 01234567\n> Word w${at} was said.\nx\n-->\n\n`,
  ),
  'review comments on equal blocks': lines(2_000, () => 'N/A\n<!-- design-docs: comment Why? -->\n\n'),
  'review comments in HTML': `# T\n\n<div>\n${lines(3_000, () => '<!-- design-docs: comment Why? -->\n')}</div>\n`,
  'review comments in a line': repeated('<!-- design-docs: comment Why? -->'),
  'keys of a review comment': `# T\n\n<!-- design-docs: comment\nid: x\n${lines(5_000, (at) => `k${at}: x\n`)}-->\n`,
  'comments in a heading': `# T\n\n## A ${'<!--'.repeat(WORK / 4)}\n\n## B\n\n## C\n`,
  ...Object.fromEntries(
    [
      '[',
      '{',
      '<',
      '*',
      '_a ',
      '[{<(',
      '[a](',
      '![a][',
      '<!-- ',
      '<![CDATA[',
      '<a b="',
      'YYYY-MM-DD ',
      '\\',
      '&amp;',
      ']}>',
    ].map((text) => [`"${text}" again and again`, repeated(text)]),
  ),
};

const md = new MarkdownIt({ html: true });

/**
 * The processor time of the fastest run in milliseconds: other processes do not count. Stops after a run within
 * `enough`.
 */
function leastTime(enough: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4 && least > enough; run++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('the work on a text is linear in its length', () => {
  const small = readTemplate(SMALL, 'small.md');
  const around = { today: '2026-01-01' };
  const against = (template: Template) => ({ ...around, templates: [template], template });

  for (const [what, text] of Object.entries(TEXTS)) {
    it(what, () => {
      const prose = `${'Some words of prose.\n'.repeat(9)}\n`.repeat(
        Math.ceil(Math.max(text.length, 200_000) / 190),
      );
      const most = SLACK * Math.max(...[text, prose].map((one) => leastTime(0, () => md.parse(one, {}))));
      const template = readTemplate(text, 'large.md');
      const analysis = analyze(text, against(small));
      const files = [text, SMALL].map((own, at) => ({ path: `${at}.md`, text: own, bundled: false }));
      // A new document is parsed and written several times.
      const limitOf = (name: string): number => (name === 'a new document' ? 4 * most : most);
      for (const [name, work] of Object.entries({
        readTemplate: () => readTemplate(text, 'large.md'),
        readTemplates: () => readTemplates(files),
        'a check against itself': () => analyze(text, against(template)),
        'a check against a small template': () => analyze(text, against(small)),
        'a small document against it': () => analyze(SMALL, against(template)),
        'a choice of templates': () => analyze(text, { ...around, templates: [template, small] }),
        'a new document': () => scaffold(template, { title: 'X', today: '2026-01-01', author: 'A' }),
        comments: () => readComments(parseDocument(text)),
        hover: () => hoverAt(analysis, { line: 4, character: 1 }),
        completion: () => completionsAt(analysis, { line: 4, character: 0 }),
        placeholders: () => openPlaceholders(analysis),
        readiness: () => readiness(analyze(text, against(small))),
        'readiness against itself': () => readiness(analyze(text, against(readTemplate(text, 'large.md')))),
      })) {
        const limit = limitOf(name);
        const time = leastTime(limit, work);
        assert.ok(
          time <= limit,
          `${name}: ${Math.round(time)} ms; linear would be less than ${Math.round(limit)}`,
        );
      }
    });
  }
});
