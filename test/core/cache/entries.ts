/** Generated cache entries. */

import fc from 'fast-check';
import type { CacheEntry } from '../../../src/core/cache/entry';
import type { MessageJson } from '../../../src/core/text/message';

const text = fc.string({ maxLength: 4 });
const count = fc.nat();
const { message } = fc.letrec<{ message: MessageJson }>((self) => ({
  message: fc.record({
    message: text,
    args: fc.array(fc.oneof({ maxDepth: 2 }, text, count, self('message')), { maxLength: 2 }),
  }),
}));
const finding = fc.record({
  rule: text,
  severity: text,
  said: message,
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
  fixable: fc.boolean(),
});
const entry: fc.Arbitrary<CacheEntry> = fc.record(
  {
    fingerprint: text,
    content: text,
    context: text,
    answers: fc.dictionary(text, text, { maxKeys: 3 }),
    summary: fc.record({
      template: fc.option(text),
      templatePath: fc.option(text),
      planFormat: fc.option(text),
      stage: text,
      title: text,
      done: count,
      total: count,
      ownTitle: text,
      status: fc.option(text),
      author: fc.option(text),
      created: fc.option(text),
      next: fc.option(text),
      openComments: count,
      links: fc.array(text, { maxLength: 3 }),
      findings: fc.array(finding, { maxLength: 3 }),
      suppressed: fc.array(finding, { maxLength: 3 }),
    }),
  },
  { requiredKeys: ['content', 'context', 'answers', 'summary'] },
);

/** Paths may be any text, including names of properties of every object, such as `constructor`. */
const path = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'toString'));
/** Random entries by path. */
export const entries = fc
  .uniqueArray(fc.tuple(path, entry), { selector: ([own]) => own, maxLength: 4 })
  .map((all) => new Map(all));

/** A fixed entry. */
export const ENTRY: CacheEntry = {
  fingerprint: '1 2 3 4',
  content: 'digest of the text',
  context: 'digest of the templates',
  answers: { 'exists ../tea.md': 'yes', author: 'Ada' },
  summary: {
    template: 'design',
    templatePath: 'docs/template.md',
    planFormat: 'Kiro',
    stage: 'draft',
    title: 'Kettle',
    done: 1,
    total: 2,
    ownTitle: 'Kettle',
    status: 'Draft',
    author: 'Ada',
    created: '2026-01-02',
    next: 'Fill it',
    openComments: 1,
    links: ['../tea.md'],
    findings: [
      {
        rule: 'broken-link',
        severity: 'warning',
        said: { message: 'There is no {0}.', args: [{ message: 'file {0}', args: ['a.md'] }] },
        line: 1,
        column: 2,
        endLine: 3,
        endColumn: 4,
        fixable: true,
      },
    ],
    suppressed: [],
  },
};
