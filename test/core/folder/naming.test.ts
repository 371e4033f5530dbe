import assert from 'node:assert/strict';
import { oneLineName, slug } from '../../../src/core/folder/naming';
import { newFileName } from '../../../src/core/folder/newFileName';

const CONTENT = { names: ['999999-a.md'], documents: [], templates: [] };

describe('slug', () => {
  for (const [title, expected] of [
    ['Design: Über Tee', 'design-über-tee'],
    ['茶の設計', '茶の設計'],
    ['  --a//b..c  ', 'a-b-c'],
    ['../../etc/passwd', 'etc-passwd'],
    ['🫖', 'untitled'],
    ['ﬁne', 'fine'],
  ] as const) {
    it(title, () => assert.equal(slug(title), expected));
  }

  it('ends at a word boundary, and splits only a word that alone is too long', () => {
    assert.equal(slug('word '.repeat(30)).length, 59);
    assert.equal(slug('x'.repeat(90)).length, 60);
  });

  it('stays below 255 bytes, and does not separate a character from its combining marks', () => {
    for (const letter of ['x', 'ü', '茶', '\u{10330}', 'e\u0301', '\u0928\u093f', 'ﷺ']) {
      const name = newFileName(letter.repeat(200), CONTENT, '2026-05-01').name;
      assert.ok(Buffer.byteLength(name) <= 255, name);
      assert.match(name, /^1000000-.+\.md$/);
    }
    assert.equal(slug(`${'x'.repeat(59)}n\u0928\u093f`), `${'x'.repeat(59)}n`);
    assert.equal(slug(`${'x'.repeat(59)}\u0928\u093f`), 'x'.repeat(59));
  });
});

describe('oneLineName', () => {
  for (const [given, expected] of [
    [' Ada  Lovelace ', 'Ada Lovelace'],
    ['Ada\n## Goals\r\n**Status:** Done', 'Ada ## Goals **Status:** Done'],
    ['Ada\u2028B\u0000C\u0085D\u001b[31m', 'Ada B C D [31m'],
    [' \n ', undefined],
    ['x'.repeat(300), 'x'.repeat(200)],
  ] as const) {
    it(JSON.stringify(given), () => assert.equal(oneLineName(given), expected));
  }
});
