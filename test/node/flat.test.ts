import assert from 'node:assert/strict';
import fc from 'fast-check';
import { flatten, unflatten } from '../../src/node/flat';

const again = (object: object): unknown => unflatten(JSON.parse(JSON.stringify(flatten(object))));

describe('objects as JSON', () => {
  it('say what they said', () => {
    const member = fc.letrec<{ any: unknown; object: object }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('object'),
      ),
      object: fc.oneof(
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
          tie('any'),
          {
            maxKeys: 4,
            noNullPrototype: true,
          },
        ),
        fc.array(fc.string()).map((texts) => new Set(texts)),
      ),
    })).object;
    fc.assert(fc.property(member, (object) => assert.deepStrictEqual(again(object), object)));
  });

  it('refer to each other as they did', () => {
    const words = new Set(['a', 'b']);
    const parent: { name: string; children: object[] } = { name: 'parent', children: [] };
    const child = { parent, words, others: [words, [0], [[]]] };
    parent.children.push(child, child);
    const copy = again(parent) as typeof parent;
    assert.deepStrictEqual(copy, parent);
    const [first, second] = copy.children as (typeof child)[];
    assert.ok(first === second && first?.parent === copy && first.others[0] === first.words);
  });
});
