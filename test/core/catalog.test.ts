import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry, Packed } from '../../src/core/catalog';
import { packer, unpack } from '../../src/core/catalog';
import { sameStamp } from '../../src/core/stamp';

const text = fc.string({ maxLength: 4 });
const count = fc.nat();
const finding = fc.record({
  rule: text,
  severity: text,
  message: text,
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
  fixable: fc.boolean(),
});
const entry: fc.Arbitrary<Entry> = fc.record({
  path: text,
  stamp: fc.array(fc.double({ noNaN: true }), { minLength: 4, maxLength: 4 }),
  content: text,
  setting: text,
  asked: fc.array(fc.record({ question: text, answer: text }), { maxLength: 3 }),
  summary: fc.record({
    titled: fc.boolean(),
    template: fc.option(text),
    stage: text,
    title: text,
    done: count,
    total: count,
    findings: fc.array(finding, { maxLength: 3 }),
  }),
});
const entries = fc.uniqueArray(entry, { selector: ({ path }) => path, maxLength: 4 });

function packed(all: readonly Entry[]): Packed {
  const own = packer();
  for (const one of all) own.add(one);
  return own.packed();
}

/** Without what arrays and objects are made by. */
const plain = (value: unknown): unknown => structuredClone(value);

describe('a catalog', () => {
  it('says of each path what was put in, and nothing of others', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const catalog = unpack(packed(all)) ?? assert.fail();
        assert.deepEqual(
          [...catalog.paths],
          all.map(({ path }) => path),
        );
        for (const one of all) assert.deepStrictEqual(plain(catalog.find(one.path)), plain(one));
        assert.equal(catalog.find('another path'), undefined);
      }),
    );
  });

  it('keeps a stamp that tells nothing as one that tells nothing', () => {
    fc.assert(
      fc.property(entry, (one) => {
        const { stamp } = unpack(packed([{ ...one, stamp: [] }]))?.find(one.path) ?? assert.fail();
        assert.ok(!sameStamp(stamp, stamp) && !sameStamp(stamp, []));
      }),
    );
  });

  it('is none, or says nothing of some paths, where its numbers make no sense', () => {
    const bad = fc.tuple(entries, fc.nat(), fc.oneof(fc.integer({ min: -9, max: 30 }), fc.integer()));
    fc.assert(
      fc.property(bad, ([all, at, number]) => {
        const { strings, numbers } = packed(all);
        numbers[at % numbers.length] = number;
        const catalog = unpack({ strings, numbers });
        for (const path of catalog?.paths ?? []) {
          const found = catalog?.find(path);
          const asked = found?.asked.map(({ question }) => question) ?? [];
          assert.ok([path, ...asked].every((one) => strings.includes(one)));
        }
      }),
    );
  });

  it('is none if its last number is missing', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { strings, numbers } = packed(all);
        assert.equal(unpack({ strings, numbers: numbers.subarray(0, -1) }), undefined);
      }),
    );
  });
});
