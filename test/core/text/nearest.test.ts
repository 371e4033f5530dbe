import assert from 'node:assert/strict';
import { nearestNames } from '../../../src/core/text/nearest';

describe('nearestNames', () => {
  const names = ['summary', 'Next-Steps', 'goals', 'goal', 'risks-and-mitigations', 'a'];

  for (const [wanted, found] of [
    ['sumary', 'summary'],
    ['SUMMARY', 'summary'],
    ['next-step', 'Next-Steps'],
    ['risk-and-mitigation', 'risks-and-mitigations'],
    ['goalz', undefined],
    ['architecture', undefined],
    ['b', 'a'],
  ] as const) {
    it(`finds ${found ?? 'nothing'} for ${wanted}`, () => assert.equal(nearestNames()(wanted, names), found));
  }

  it('lets a name be further away if it is told so', () => {
    const short = ['tea.md'];
    assert.equal(nearestNames()('coffee.md', short), undefined);
    assert.equal(nearestNames()('coffee.md', short, 6), 'tea.md');
  });

  it('finds nothing more once it has compared very much', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `heading-${10_000 + at}`);
    const nearest = nearestNames();
    const wanted = Array.from({ length: 100 }, (_, at) => `heading-${10_000 + at}x`);
    const found = wanted.map((name) => nearest(name, many));
    assert.equal(found[0], 'heading-10000');
    assert.equal(found.at(-1), undefined);
    // What was found stays found, wherever else it is wanted.
    assert.equal(nearest(wanted[0] ?? '', many), 'heading-10000');
  });

  it('tells names apart by what they are among', () => {
    const nearest = nearestNames();
    assert.equal(nearest('sumary', names), 'summary');
    assert.equal(nearest('sumary', ['summery']), undefined);
    assert.equal(nearest('sumary', ['sumari']), 'sumari');
  });
});
