import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { asksAuthor } from '../../../src/core/scaffold/asksAuthor';
import { purposeOf } from '../../../src/core/template/purpose';
import { readTemplate } from '../../../src/core/template/template';
import { readRepo, root } from '../../fixture';

function purpose(...lines: readonly string[]): string {
  return purposeOf(readTemplate(`${lines.join('\n\n')}\n`, 'x.md'));
}

describe('the purpose of a template', () => {
  it('is what its front matter says', () => {
    assert.equal(
      purpose('---\ndesign-docs-purpose: Say why.\n---', '# T', 'Not this paragraph.'),
      'Say why.',
    );
  });

  it('is else the first paragraph above the sections, as plain text, and not the header', () => {
    const lines = [
      '# Note: <Name>',
      '[up](..)',
      '**Status:** Draft',
      'Notes *for*\nthe crew.',
      '## Aim',
      'Say it.',
    ];
    assert.equal(purpose(...lines), 'Notes for the crew.');
  });

  it('is else its title', () => {
    assert.equal(
      purpose('# Note: <Name>', '<instructions>\nRemove these.\n</instructions>', '## Aim'),
      'Note: <Name>',
    );
  });

  it('is one line of limited length', () => {
    const long = purpose('# T', 'word '.repeat(100), '## Aim');
    assert.ok(long.length <= 162 && long.endsWith('word …'), long);
  });

  it('is given by each template that ships with the product', () => {
    for (const name of readdirSync(path.join(root, 'media/templates'))) {
      const template = readTemplate(readRepo(`media/templates/${name}`), name);
      assert.match(purposeOf(template), /^[A-Z].*\.$/, name);
    }
  });
});

describe('a template', () => {
  it('asks for an author if a new document has a place for one', () => {
    const asks = (header: string): boolean =>
      asksAuthor(readTemplate(`# T\n\n${header}\n\n## Aim\n`, 'x.md'));
    assert.equal(asks('**Author:** <Name>'), true);
    assert.equal(asks('**Status:** Draft'), false);
  });
});
