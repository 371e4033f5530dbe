import assert from 'node:assert/strict';
import { matchesGlob } from '../../../src/core/text/glob';
import { globFault } from '../../../src/core/text/globFault';

describe('matchesGlob', () => {
  for (const [glob, path] of [
    ['docs/*.md', 'docs/tea.md'],
    ['./docs/tea.md', 'docs/tea.md'],
    ['/docs/tea.md', 'docs/tea.md'],
    ['*.md', 'a/b/tea.md'],
    ['tea.md', 'a/tea.md'],
    ['docs/**', 'docs/a/b.md'],
    ['docs/', 'docs/a/b.md'],
    ['docs/**/*.md', 'docs/tea.md'],
    ['docs/**/*.md', 'docs/a/b/c.md'],
    ['**/old/**', 'a/old/b.md'],
    ['**', 'a/b.md'],
    ['docs/t?a.md', 'docs/tea.md'],
    ['docs/*e*.md', 'docs/kettle.md'],
    ['docs/{a,b{1,2}}.md', 'docs/b2.md'],
    ['docs/{,x}tea.md', 'docs/tea.md'],
    ['docs/a$&b.md', 'docs/a$&b.md'],
  ] as const) {
    it(`${glob} matches ${path}`, () => assert.ok(matchesGlob(path, glob)));
  }

  for (const [glob, path] of [
    ['docs/*.md', 'docs/a/tea.md'],
    ['docs/*.md', 'docs/tea.txt'],
    ['docs/*.md', 'my/docs/tea.md'],
    ['docs/t?a.md', 'docs/ta.md'],
    ['docs/t.a.md', 'docs/txa.md'],
    ['docs/{a,b}.md', 'docs/c.md'],
    ['docs/**/x/*.md', 'docs/a/b.md'],
    ['docs/a', 'docs/a/b.md'],
    ['', 'a.md'],
  ] as const) {
    it(`${glob || 'nothing'} does not match ${path}`, () => assert.equal(matchesGlob(path, glob), false));
  }

  it('takes linear time on an adversarial glob', () => {
    assert.equal(matchesGlob('a'.repeat(5000), `${'*a'.repeat(500)}b`), false);
    assert.equal(matchesGlob('a.md', '{a,b}'.repeat(40)), false);
  });
});

describe('globFault', () => {
  for (const glob of [
    'docs/*.md',
    '**',
    './a',
    'docs/',
    'a(b)/*',
    'docs/{a,b{1,2}}.md',
    'a$&b',
    'Entwürfe/**',
  ])
    it(`finds nothing wrong in ${glob}`, () => assert.equal(globFault(glob), undefined));

  for (const [glob, fault] of [
    [' ', /is empty/],
    ['!docs/**', /begins with "!"/],
    ['docs/@(a|b).md', /in parentheses/],
    ['docs/[ab].md', /has a "\["/],
    ['docs\\*.md', /has a "\\"/],
    ['docs/../x', /leaves the folder/],
    ['docs/{a,b', /brace without its other/],
    ['a}b{', /brace without its other/],
    ['{1..3}.md', /without a comma/],
    ['{a,b}'.repeat(7), /too many/],
  ] as const) {
    it(`says what is wrong in "${glob}"`, () => assert.match(String(globFault(glob)), fault));
  }
});
