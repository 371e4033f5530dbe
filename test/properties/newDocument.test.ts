/** A new document from any template has the template's text, and only findings about unwritten text. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Environment } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import type { Finding } from '../../src/core/analysis/check';
import { fixText } from '../../src/core/fix/fixText';
import { scaffold } from '../../src/core/scaffold/scaffold';
import type { Template } from '../../src/core/template/template';
import { readTemplate } from '../../src/core/template/template';
import { root } from '../fixture';
import { templateText } from './templates';

const VALUES = {
  title: 'Kettle',
  today: '1999-12-31',
  author: 'Ada Qq',
  fileName: '0007-kettle.md',
  number: '0007',
};
const LEFT_GUIDANCE = "leftover-guidance: This is the template's guidance: expected your own text.";
/** Rules that report unwritten text. */
const WAITING = ['empty-section', 'leftover-placeholder', 'diagram-missing'];

const folders = ['media/templates', 'test/rules/templates', 'test/templates'];
const own = folders.flatMap((folder) => filesIn(path.join(root, folder), /\.md$/));
const corpus = process.env.DESIGN_DOCS_CORPUS ?? path.join(root, '..', 'shared');
const others = existsSync(corpus)
  ? filesIn(corpus, /(?:template|skeleton|NNNN|YYYYMMDD|[\\/]0000)[^\\/]*(?:[\\/][^\\/]+)?\.md$/i)
  : [];

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => name.test(file.slice(folder.length)) && statSync(file).isFile());
}

function readFile(file: string): Template {
  return readTemplate(readFileSync(file, 'utf8'), file);
}

function environmentOf(template: Template): Environment {
  return { templates: [template], template, today: VALUES.today, author: VALUES.author };
}

function isWaiting({ rule, message }: Finding): boolean {
  return WAITING.includes(rule) || (rule === 'header-field' && /still has|is empty/.test(message));
}

function shown({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}

/** Asserts that the findings of a new document are about unwritten text, or among those of the template itself. */
function checkFindings(
  template: Template,
  optional: boolean,
  allowed: ReadonlySet<string> = new Set(),
): void {
  const { text, stops } = scaffold(template, { ...VALUES, optional });
  const environment = environmentOf(template);
  const found = analyze(text, environment).findings.filter((finding) => !isWaiting(finding));
  assert.deepEqual(
    found.map(shown).filter((one) => !allowed.has(one)),
    [],
    text,
  );
  assert.match(text, /^(?!\n)[\s\S]*[^\n]\n$/);
  assert.equal(fixText(text, environment).text, text);
  for (const [at, { start, end }] of stops.entries()) {
    assert.ok(start <= end && start >= (stops[at - 1]?.end ?? 0) && end <= text.length);
    // A stop without text is a line of its own, so that typing there changes no other line.
    if (start === end) assert.match(text.slice(start - 1, start + 1), /^\n\n?$/);
  }
}

/** Asserts that each line is from the template, in the same order, except for filled-in values and removed marks. */
function checkLines(template: Template): void {
  const { text } = scaffold(template, { ...VALUES, optional: true });
  const lines = template.source.split('\n');
  let next = 0;
  for (const line of text.split('\n')) {
    const at = lines.findIndex((own, index) => index >= next && comesFrom(line, own));
    // A title underlined over several lines becomes one line, and a blank line may stay where lines are removed.
    if (at < 0) assert.equal(line, '', `no line of the template is "${line}" in:\n${text}`);
    else next = at + 1;
  }
}

/** True if a line differs from the template's only by a value, the other choices of a list, a mark or an anchor. */
function comesFrom(line: string, own: string): boolean {
  if (line === own) return true;
  let head = 0;
  while (head < Math.min(line.length, own.length) && line[head] === own[head]) head++;
  let tail = 0;
  const most = Math.min(line.length, own.length) - head;
  while (tail < most && line.at(-1 - tail) === own.at(-1 - tail)) tail++;
  const added = line.slice(head, line.length - tail);
  const removed = own.slice(head, own.length - tail);
  const isMark = added === '' && /^\s*(?:[[({*_]|<!--)/.test(removed);
  const isFirst = own.includes(added) && /[|/]/.test(removed);
  const isStatus = /status/i.test(own) && /Proposed|Draft/.test(line);
  const isLink = [line, own].every((text) => text.includes('](#') || /^\[\w+\]: #/.test(text));
  const isValue = ['Kettle', 'kettle', '1999-12-31', 'Ada Qq', '0007'].some(
    (value) => line.includes(value) && !own.includes(value),
  );
  return isMark || isFirst || isStatus || isLink || isValue;
}

describe('a new document', () => {
  for (const file of own) {
    const template = readFile(file);
    for (const optional of [false, true]) {
      it(`of ${path.relative(root, file)} ${optional ? 'with' : 'without'} optional sections has no other findings`, () => {
        checkFindings(template, optional);
      });
    }
    it(`of ${path.relative(root, file)} has its text`, () => checkLines(template));
  }

  it('of any template has only findings about unwritten text, and has its text', () => {
    fc.assert(
      fc.property(templateText, fc.boolean(), (text, optional) => {
        const template = readTemplate(text, 'x.md');
        checkFindings(template, optional);
        checkLines(template);
      }),
      { seed: 7 },
    );
  });

  it('of templates of other teams has no findings that its template does not have', function () {
    if (others.length === 0) this.skip();
    for (const file of others) {
      const template = readFile(file);
      if (template.specs.length === 0) continue;
      const known = analyze(template.source, environmentOf(template)).findings.filter(
        (one) => !isWaiting(one),
      );
      // Instructions in the middle of a page stay until the author has read them.
      const allowed = new Set([...known.map(shown), LEFT_GUIDANCE]);
      for (const optional of [false, true]) checkFindings(template, optional, allowed);
    }
  });

  it('can be made from any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '# ',
            '## ',
            'Title',
            ' (Optional)',
            '\n',
            '---',
            '<!-- optional -->',
            '- ',
            ': ',
            '{{ title }}',
            '<x>',
            '=',
            '[a]: #b',
            '[t](#t)',
            '`',
            '+++',
            '**A:** ',
            'YYYY-MM-DD',
            'é',
          ),
          { maxLength: 40 },
        ),
        (parts) => {
          const { text } = scaffold(readTemplate(parts.join(''), 'x.md'), VALUES);
          assert.ok(text.endsWith('\n'));
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });
});
