import assert from 'node:assert/strict';
import { written } from './written';

/** The result for lines between a title and a last section. */
function between(lines: string): string {
  const text = written(`# T\n\n${lines}\n\n## End (required)\n\n### Sub (required)\n`);
  return text.slice('# Kettle\n\n'.length, text.indexOf('\n\n## End'));
}

describe('text about the template', () => {
  it('is removed with its blank line, and the blocks around it stay separate', () => {
    assert.equal(between('a\n\n<instructions>x</instructions>\n\nb'), 'a\n\nb');
    assert.equal(between('- a\n<instructions>\nx\n</instructions>\nb'), '- a\n\nb');
    assert.equal(between('a\n<!-- optional -->\nb'), 'a\n\nb');
    assert.equal(between('a\n\n\n\nb'), 'a\n\n\n\nb');
    assert.equal(written('<instructions>x</instructions>\n\n\n# T\n'), '# Kettle\n');
    assert.equal(written('# T\n\n## A\n\ntext\n\n<instructions>x\n'), '# Kettle\n\n## A\n\ntext\n');
  });

  it('is removed from the end of a heading in any spelling', () => {
    for (const mark of [
      '(Required)',
      '[required]',
      '*(mandatory)*',
      '<!-- required -->',
      '(required) <!-- required -->',
    ]) {
      assert.match(written(`# T\n\n## Goals ${mark}\n\nText\n`), /^## Goals$/m, mark);
    }
    assert.match(written('# T\n\n## Goals (Required) ##\n'), /^## Goals ##$/m);
    assert.match(written('# T\n\n## Goals (Required) {#goals}\n'), /^## Goals \{#goals\}$/m);
    assert.match(written('# T\n\nGoals and\naims (Required)\n-----\n\nx\n'), /^Goals and\naims\n-----$/m);
    assert.match(written('# T\n\n## Goals (v2)\n'), /^## Goals \(v2\)$/m);
    assert.match(
      written('# T\n\n## Goals <!-- as many as there are -->\n'),
      /^## Goals <!-- as many as there are -->$/m,
    );
    assert.match(written('# T\n\n## (Required)\n'), /^## \(Required\)$/m);
  });

  it('is removed after a field and above a heading', () => {
    const text = written(
      '# T\n\n* Kind: x <!-- optional -->  \n* Who: y <!-- a name -->\n\n<!-- required -->\n## A\n\nt\n',
    );
    assert.equal(text, '# Kettle\n\n* Kind: x  \n* Who: y <!-- a name -->\n\n## A\n\nt\n');
  });

  it('includes directives, except those for documents', () => {
    const template =
      '---\ndesign-docs-name: x\ndesign-docs-template: x\nstatus: y\n---\n\n<!-- design-docs: disable broken-link -->\n# T\n\n<!-- design-docs: aliases B -->\n## A\n\nt\n';
    assert.equal(
      written(template),
      '---\ndesign-docs-template: x\nstatus: y\n---\n\n<!-- design-docs: disable broken-link -->\n# Kettle\n\n## A\n\nt\n',
    );
  });

  it('is removed with its front matter if that has nothing else', () => {
    assert.equal(
      written('---\ndesign-docs-name: x\ndesign-docs-lead: A, B\n---\n\n# T\n\n## A\n'),
      '# Kettle\n\n## A\n',
    );
    assert.equal(
      written('---\ndesign-docs-name: x\na: b\n\nc: d\n---\n# T\n\n## A\n'),
      '---\na: b\n\nc: d\n---\n# Kettle\n\n## A\n',
    );
    assert.equal(written('---\n\n---\n# T\n\n## A\n'), '---\n\n---\n# Kettle\n\n## A\n');
  });
});
