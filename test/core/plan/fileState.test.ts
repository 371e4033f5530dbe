import assert from 'node:assert/strict';
import { isInScope } from '../../../src/core/plan/fileState';

describe('the scope of evidence', () => {
  const FILES = ['docs/a.md', 'docs/b.md', 'docs/c.md', 'src/x.c', 'src/deep/y.c', 'y.c'];
  const within = (...files: string[]) =>
    FILES.filter(isInScope({ document: 'docs/a.md', files }, (file) => file === 'docs/b.md'));

  it('is all files but design docs, and never the document itself, which may follow no template', () => {
    assert.deepEqual(within(), ['docs/c.md', 'src/x.c', 'src/deep/y.c', 'y.c']);
    const stray = { document: 'docs/c.md', files: [] };
    assert.deepEqual(FILES.filter(isInScope(stray, () => false)), FILES.toSpliced(2, 1));
  });

  it('is what the step names, without the document itself', () => {
    assert.deepEqual(within('**'), FILES.slice(1));
    assert.deepEqual(within('docs/*.md'), ['docs/b.md', 'docs/c.md']);
    for (const folder of ['src', 'src/', 'src/**'])
      assert.deepEqual(within(folder), ['src/x.c', 'src/deep/y.c']);
    assert.deepEqual(within('src/*.c', 'docs/c.md'), ['docs/c.md', 'src/x.c']);
    assert.deepEqual(within('none/**'), []);
  });
});
