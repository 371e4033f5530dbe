/** What a baseline lists is suppressed, and nothing else. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entriesFor, staleCount, suppress } from '../../src/core/baseline/baseline';
import { ConfigError } from '../../src/core/config/configError';
import { readBaseline, writeBaseline } from '../../src/core/config/readBaseline';

const finding = fc.record({
  rule: fc.constantFrom('broken-link', 'section-order'),
  message: fc.constantFrom('No "a.md".', 'No "b.md".', 'After "Goals" (line 7).', 'After "Goals" (line 12).'),
  line: fc.nat(99),
});
const some = fc.array(finding, { maxLength: 12 });

describe('a baseline', () => {
  it('suppresses what it lists, wherever it has moved to', () => {
    fc.assert(
      fc.property(some, fc.nat(50), (found, by) => {
        const moved = found.map(({ rule, message, line }) => ({
          rule,
          message: message.replace(/\d+/, (digits) => String(Number(digits) + by)),
          line: line + by,
        }));
        const entries = entriesFor(found);
        const { findings, suppressed } = suppress(moved, entries);
        assert.deepEqual([findings, suppressed], [[], moved]);
        assert.equal(staleCount(entries, suppressed.length), 0);
      }),
    );
  });

  it('reports each new finding, and counts each one that is gone', () => {
    fc.assert(
      fc.property(some, some, some, (kept, gone, added) => {
        const entries = entriesFor([...kept, ...gone]);
        const now = [...kept, ...added];
        const { findings, suppressed } = suppress(now, entries);
        assert.deepEqual(new Set([...findings, ...suppressed]), new Set(now));
        assert.equal(findings.length + suppressed.length, now.length);
        // What is gone may have come back as something new that cannot be told from it.
        assert.ok(suppressed.length >= kept.length);
        assert.equal(staleCount(entries, suppressed.length), kept.length + gone.length - suppressed.length);
      }),
    );
  });

  it('counts entries together that differ in numbers alone, as a merge may leave them', () => {
    const entry = (line: number) => ({ rule: 'section-order', message: `After "Goals" (line ${line}).` });
    const entries = [entry(7), entry(12)].map((one) => ({ ...one, count: 1 }));
    assert.deepEqual(suppress([entry(3), entry(4)], entries).findings, []);
  });

  it('reports the last of more findings than it lists', () => {
    const same = [1, 2, 3].map((line) => ({ rule: 'broken-link', message: 'No "a.md".', line }));
    const { findings } = suppress(same, [{ rule: 'broken-link', message: 'No "a.md".', count: 2 }]);
    assert.deepEqual(findings, [same[2]]);
  });

  it('is the same text whatever the order of documents and findings', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const text = writeBaseline(
          new Map([
            ['a.md', entriesFor(a)],
            ['b/ü.md', entriesFor(b)],
          ]),
        );
        assert.equal(
          writeBaseline(
            new Map([
              ['b/ü.md', entriesFor(b)],
              ['a.md', entriesFor(a)],
            ]),
          ),
          text,
        );
        assert.equal(writeBaseline(readBaseline(text, 'known.json')), text);
      }),
    );
  });

  for (const [name, text, message] of [
    ['no JSON', '{ "version": 1,\n<<<<<<< HEAD', /known\.json:2:1: not valid JSON/],
    ['another version', '{"version": 2, "documents": {}}', /known\.json:1:13: "version" must be 1/],
    ['no documents', '{"version": 1}', /"documents" must be an object/],
    ['a list for a document', '{"version": 1, "documents": {"a.md": {}}}', /must be a list/],
    [
      'a count of none',
      '{"version": 1, "documents": {"a.md": [{"rule": "x", "message": "y", "count": 0}]}}',
      /:1:39: an entry must have .* at least 1/,
    ],
    ['a document twice', '{"version": 1, "documents": {"a.md": [], "a.md": []}}', /duplicate key "a.md"/],
  ] as const) {
    it(`is refused with ${name}, with the place`, () => {
      assert.throws(
        () => readBaseline(text, 'known.json'),
        (error) => {
          assert.ok(error instanceof ConfigError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }
});
