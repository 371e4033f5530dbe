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

  it('accepts a larger distance if requested', () => {
    const short = ['tea.md'];
    assert.equal(nearestNames()('coffee.md', short), undefined);
    assert.equal(nearestNames()('coffee.md', short, 6), 'tea.md');
  });

  it('stops after a bounded number of comparisons', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `heading-${10_000 + at}`);
    const nearest = nearestNames();
    const wanted = Array.from({ length: 100 }, (_, at) => `heading-${10_000 + at}x`);
    const found = wanted.map((name) => nearest(name, many));
    assert.equal(found[0], 'heading-10000');
    assert.equal(found.at(-1), undefined);
    // Results are cached, so that an earlier name is still found.
    assert.equal(nearest(wanted[0] ?? '', many), 'heading-10000');
  });

  it('caches names per list of candidates', () => {
    const nearest = nearestNames();
    assert.equal(nearest('sumary', names), 'summary');
    assert.equal(nearest('sumary', ['summery']), undefined);
    assert.equal(nearest('sumary', ['sumari']), 'sumari');
  });
});
