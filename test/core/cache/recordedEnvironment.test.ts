import assert from 'node:assert/strict';
import type { FileQuestion } from '../../../src/core/cache/recordedEnvironment';
import { fileQuestion, RecordedEnvironment } from '../../../src/core/cache/recordedEnvironment';
import type { Files } from '../../../src/core/rules/rule';

const FILES: Files = {
  exists: (path) => path === 'tea.md',
  beside: (path) => [path],
  anchors: () => undefined,
  metadata: () => undefined,
  isSelf: (path) => path === 'own.md',
};

function recorded(files?: Files): { environment: RecordedEnvironment; asked: Set<string> } {
  const asked = new Set<string>();
  const environment = new RecordedEnvironment(
    { templates: [], levels: { 'broken-link': 'off' } },
    { today: '2026-11-22', author: 'Ada' },
    files,
    asked,
  );
  return { environment, asked };
}

describe('a recorded environment', () => {
  it('gives the answers of its parts, and records each question once', () => {
    const { environment, asked } = recorded(FILES);
    const files = environment.files ?? assert.fail();
    assert.deepEqual([...asked], []);
    for (let times = 0; times < 2; times++) {
      assert.deepEqual([files.exists('tea.md'), files.exists('a b.md')], [true, false]);
      assert.deepEqual([files.beside('x/y.md'), files.anchors('z.md')], [['x/y.md'], undefined]);
      assert.equal(environment.author, 'Ada');
    }
    assert.deepEqual(environment.levels, { 'broken-link': 'off' });
    assert.deepEqual(
      [...asked],
      ['exists tea.md', 'exists a b.md', 'beside x/y.md', 'anchors z.md', 'author'],
    );
  });

  it('records nothing for the date, nor for a path comparison', () => {
    const { environment, asked } = recorded(FILES);
    assert.equal(environment.today, '2026-11-22');
    assert.equal(environment.files?.isSelf('own.md'), true);
    assert.deepEqual([...asked], []);
  });

  it('has no files if its source has none', () => {
    assert.equal(recorded().environment.files, undefined);
  });

  it('records questions that can be parsed', () => {
    const { environment, asked } = recorded(FILES);
    const paths = ['tea.md', 'a b.md', '', ' ', '../x\n.md', 'exists y'];
    const expected: FileQuestion[] = paths.flatMap((path) => [
      { about: 'exists', path },
      { about: 'beside', path },
      { about: 'anchors', path },
      { about: 'metadata', path },
    ]);
    for (const { about, path } of expected) environment.files?.[about](path);
    assert.deepEqual([...asked].map(fileQuestion), expected);
    assert.deepEqual(['author', 'other x', ''].map(fileQuestion), [undefined, undefined, undefined]);
  });
});
