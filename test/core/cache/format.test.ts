import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCache, writeCache } from '../../../src/core/cache/format';
import { ENTRY, entries } from './entries';

/** Replaces the prototypes of generated objects. */
const plain = (value: unknown): unknown => structuredClone(value);

/** A value of another type. */
const swapped = (value: unknown): unknown => (typeof value === 'string' ? 1 : 'text');

describe('the format of a cache', () => {
  it('round-trips entries', () => {
    fc.assert(
      fc.property(entries, fc.string(), (all, build) => {
        assert.deepStrictEqual(plain(readCache(writeCache(all, build), build)), plain(all));
      }),
    );
  });

  it('is a JSON object with the build name and the entries by path', () => {
    assert.deepEqual(JSON.parse(writeCache(new Map([['docs/1.md', ENTRY]]), 'b1')), {
      build: 'b1',
      documents: { 'docs/1.md': ENTRY },
    });
  });

  it('drops the entries of another build', () => {
    assert.equal(readCache(writeCache(new Map([['docs/1.md', ENTRY]]), 'b1'), 'b2').size, 0);
  });

  it('has no entries in any other text or JSON', () => {
    const json = fc.json();
    fc.assert(fc.property(fc.oneof(fc.string(), json), (text) => readCache(text, 'b').size === 0));
    for (const text of ['', 'null', '[]', '{}', '{"build":"b"}', '{"build":"b","documents":[]}'])
      assert.equal(readCache(text, 'b').size, 0, text);
  });

  it('has no entries in a truncated text', () => {
    const text = writeCache(new Map([['docs/1.md', ENTRY]]), 'b');
    for (let end = 0; end < text.length; end++) assert.equal(readCache(text.slice(0, end), 'b').size, 0);
  });

  it('has no entries if one field is missing or has another type', () => {
    const text = writeCache(new Map([['docs/1.md', ENTRY]]), 'b');
    let broken = 0;
    const visit = (at: unknown, path: string): void => {
      if (typeof at !== 'object' || at === null) return;
      for (const [name, value] of Object.entries(at)) {
        const own = `${path}/${name}`;
        // A value of a message may be another one.
        const others = /\/args\/\d+$/.test(own)
          ? [undefined, { x: 1 }]
          : [undefined, { x: 1 }, swapped(value)];
        // A list may be shorter, and fingerprints and answers are optional.
        const isOptional = /\/(?:findings\/0|docs\/1\.md|fingerprint|answers\/[^/]+.*)$/.test(own);
        for (const other of others) {
          if (other === undefined && isOptional) continue;
          Reflect.set(at, name, other);
          assert.equal(readCache(JSON.stringify(whole), 'b').size, 0, `${own}: ${JSON.stringify(other)}`);
          broken++;
        }
        Reflect.set(at, name, value);
        visit(value, own);
      }
    };
    const whole: unknown = JSON.parse(text);
    visit(whole, '');
    assert.ok(broken > 50, `${broken}`);
  });
});
