import assert from 'node:assert/strict';
import { isSlip, slipFinder } from '../../../src/core/text/slips';

describe('a slip', () => {
  for (const [wrong, right] of [
    ['Tea.md', 'tea.md'],
    ['water tank', 'water-tank'],
    ['water_tank', 'watertank'],
    ['waterTank', 'water-tank'],
    ['teapots', 'teapot'],
    ['kettel', 'kettle'],
    ['kettlle', 'kettle'],
    ['kettke', 'kettle'],
    ['0001-ketle.md', '0001-kettle.md'],
    ['Größe', 'Gro\u0308ße'],
    ['größe', 'große'],
  ] as const) {
    it(`is between ${wrong} and ${right}`, () => {
      assert.ok(isSlip(wrong, right));
      assert.ok(isSlip(right, wrong));
    });
  }

  for (const [wrong, right] of [
    ['v1.md', 'v2.md'],
    ['step-1', 'step-2'],
    ['step-1', 'step'],
    ['step-12', 'step-1'],
    ['1-2', '12'],
    ['²', '³'],
    ['plan-a', 'plan-b'],
    ['a.md', 'b.md'],
    ['foo', 'fo'],
    ['kettles', 'kettel'],
    ['tea-kettle', 'kettle-tea'],
    ['kettle', 'cattle'],
    ['c#', 'c'],
    ['c++.md', 'c.md'],
    ['kettle!', 'kettle'],
    ['design.md', 'design.mdx'],
  ] as const) {
    it(`is not between ${wrong} and ${right}`, () => {
      assert.ok(!isSlip(wrong, right));
      assert.ok(!isSlip(right, wrong));
    });
  }

  it('is found if it is the only one', () => {
    const find = slipFinder();
    assert.equal(find('kettels', ['kettles', 'pots', 'kettles']), 'kettles');
    assert.equal(find('ketles', ['kettles', 'keetles']), undefined);
    assert.equal(find('pots', ['kettles']), undefined);
  });

  it('is searched for with bounded work', () => {
    const find = slipFinder();
    const names = Array.from({ length: 5_000 }, (_, at) => `kettle-${at}`);
    for (let at = 0; at < 5_000; at++) find(`cattle-${at}`, names);
    assert.equal(find('kettels', ['kettles']), undefined);
  });
});
