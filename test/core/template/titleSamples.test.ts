import assert from 'node:assert/strict';
import { readTemplate } from '../../../src/core/template/template';
import { isTitleSample } from '../../../src/core/template/titleSamples';

describe('isTitleSample', () => {
  it('recognizes short headings about a title', () => {
    for (const heading of [
      'Title',
      'Your title',
      '<Title>',
      'Title of the note',
      'RFC Title',
      '标题',
      'Título',
    ]) {
      assert.equal(isTitleSample(heading), true, heading);
    }
    for (const heading of ['Summary', 'Job titles', 'Naming', 'What a title has to say about all of it']) {
      assert.equal(isTitleSample(heading), false, heading);
    }
  });

  it('makes the first section a pattern, not a required section', () => {
    const [first, second] = readTemplate('## Your Title\n\nSay it.\n\n## Why\n\n## Title\n', 't.md').specs;
    assert.deepEqual([first?.repeatable, second?.repeatable], [true, false]);
    assert.equal(readTemplate('# T\n\n## Title\n\nx\n', 't.md').specs[0]?.repeatable, false);
  });
});
