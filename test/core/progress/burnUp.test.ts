/** How a plan was worked off, from the versions of its text. */

import assert from 'node:assert/strict';
import { burnUp } from '../../../src/core/progress/burnUp';
import { readTemplate } from '../../../src/core/template/template';
import { readRepo } from '../../fixture';

const environment = {
  templates: [readTemplate(readRepo('media/templates/design.md'), 'design.md')],
  today: '2026-11-29',
};

/** A document whose plan has boxes with the given marks. */
const plan = (marks: string): string =>
  `# Design: Tea\n\n**Status:** Draft\n\n## Summary\n\nTea.\n\n## Implementation Plan\n\n- [ ] Milestone 1: Boil\n${[...marks].map((mark, at) => `  - [${mark}] Step ${at + 1}: Do it\n`).join('')}`;

const points = (...versions: readonly [number, string][]): string =>
  burnUp(
    versions.map(([time, text]) => ({ time, text })),
    environment,
  )
    .map(({ time, done, total }) => `${time}: ${done}/${total}`)
    .join(', ');

describe('a burn-up', () => {
  it('has a point where the counts change, and one for the last version', () => {
    const text = plan('x  ');
    assert.equal(
      points([10, plan('  ')], [20, plan('x ')], [30, `${plan('x ')}\nMore.\n`], [40, text], [50, text]),
      '10: 0/2, 20: 1/2, 40: 1/3, 50: 1/3',
    );
  });

  it('begins with the first version that has a plan, and has no point without one', () => {
    assert.equal(points([10, '# Design: Tea\n'], [20, plan(' ')]), '20: 0/1');
    assert.equal(points([10, '# Design: Tea\n'], [20, 'Notes']), '');
    assert.equal(points(), '');
  });

  it('shows a plan that is gone, and never goes back in time', () => {
    assert.equal(points([20, plan('x')], [10, plan('xx')], [30, '']), '20: 1/1, 20: 2/2, 30: 0/0');
  });
});
