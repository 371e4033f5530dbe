import assert from 'node:assert/strict';
import { folderWith, run, runWith } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

const folder = folderWith({
  'rfcs/template.md': TEMPLATE,
  'rfcs/0001-a.md': CLEAN,
  'rfcs/b/old.md': '# Old\n',
});

describe('check of standard input', () => {
  it('finds what a file with the text would have', () => {
    const text = `${FLAWED}\n[a](old.md) and [b](0001-a.md)\n`;
    const { status, stdout } = runWith(folder, text, 'check', '-', '--stdin-filepath', 'rfcs/b/new.md');
    const own = folderWith({
      'rfcs/template.md': TEMPLATE,
      'rfcs/0001-a.md': CLEAN,
      'rfcs/b/old.md': '# Old\n',
      'rfcs/b/new.md': text,
    });
    const expected = run(own, 'check', 'rfcs/b/new.md');
    assert.equal(stdout, expected.stdout);
    assert.match(stdout, /^rfcs\/b\/new\.md:\d+:\d+ warning broken-link [^\n]*0001-a/m);
    assert.doesNotMatch(stdout, /old\.md"/);
    assert.equal(status, expected.status);
  });

  it('needs no name', () => {
    assert.match(runWith(folder, FLAWED, 'check', '-').stdout, /^stdin\.md:4:/m);
    assert.equal(runWith(folder, CLEAN, 'check', '-').status, 0);
    const empty = runWith(folder, '', 'check', '-');
    assert.match(empty.stderr, /stdin\.md fits no template/);
  });

  for (const [name, input, words, message] of [
    ['another path', '', ['-', 'rfcs'], /is checked alone/],
    ['a branch', '', ['-', '--changed'], /is checked alone/],
    ['a name without an input', '', ['rfcs', '--stdin-filepath', 'a.md'], /only for the PATH "-"/],
    ['no text', Buffer.from([0xff, 0xfe, 0x00]), ['-'], /stdin\.md is not .*UTF-8/],
    ['too long a text', 'x'.repeat(2_100_000), ['-'], /larger than 2 MB/],
  ] as const) {
    it(`refuses ${name}`, () => {
      const { status, stderr } = runWith(folder, input, 'check', ...words);
      assert.match(stderr, message);
      assert.equal(status, 2);
    });
  }
});
