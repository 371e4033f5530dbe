import assert from 'node:assert/strict';
import type { NewDocument } from '../../../src/core/scaffold/scaffold';
import { written } from '../template/written';

/** The first heading of a new document. */
function titled(
  heading: string,
  values: Partial<NewDocument> = { fileName: '0007-kettle.md', number: '0007' },
): string {
  return written(`${heading}\n\n## A\n\nText\n`, values).split('\n\n## A')[0] ?? '';
}

describe('the title of a new document', () => {
  it('replaces the placeholder in the first heading', () => {
    assert.equal(titled('# Design: <Feature Name>'), '# Design: Kettle');
    assert.equal(titled('# [short title of problem and solution]'), '# Kettle');
    assert.equal(titled('# <!-- short title, in a few words -->'), '# Kettle');
    assert.equal(titled('# [PROJECT_NAME] Constitution'), '# Kettle Constitution');
    assert.equal(titled('# [TYPE] Checklist: [FEATURE NAME]'), '# [TYPE] Checklist: Kettle');
    assert.equal(titled('# {{ title }}'), '# Kettle');
    assert.equal(titled('# TITLE'), '# Kettle');
    assert.equal(titled('# 设计：<名称>'), '# 设计：Kettle');
    assert.equal(titled('Design: <Name>\n======'), 'Design: Kettle\n======');
    assert.equal(titled('A title of\ntwo lines\n======'), 'Kettle\n======');
    assert.equal(titled('# <Name> {#top} ##'), '# Kettle {#top} ##');
  });

  it('replaces a sample, and keeps the common prefix of titles', () => {
    for (const sample of [
      'Title',
      'Your Title',
      'Title of the note',
      'Neat Idea',
      'Replace this with your title',
    ]) {
      assert.equal(titled(`# ${sample}`), '# Kettle');
    }
    assert.equal(titled('# Proposal: Neat idea'), '# Proposal: Kettle');
    assert.equal(titled('# ADR-0000 - Title'), '# ADR-0007 - Kettle');
    assert.equal(titled('# RFC-0000 Short title'), '# RFC-0007 Kettle');
    assert.equal(titled('## Your Title'), '## Kettle');
  });

  it('has the number of the file', () => {
    assert.equal(titled('# NNNN. <title>'), '# 0007. Kettle');
    assert.equal(titled('# RFC-NNNN: {title}'), '# RFC-0007: Kettle');
    assert.equal(titled('# 0. Template'), '# 7. Kettle');
    assert.equal(titled('# 000. Template', { fileName: '0012-x.md', number: '0012' }), '# 012. Kettle');
    assert.equal(titled('# {{ number }}. {{ title }}'), '# 0007. Kettle');
    assert.equal(titled('# RFC-NNNN: {title}', {}), '# RFC-NNNN: Kettle');
  });

  it('does not have its prefix twice', () => {
    assert.equal(titled('# Design: <x>', { title: 'design: Kettle' }), '# design: Kettle');
    assert.equal(
      titled('# RFC-NNNN: <x>', { title: 'RFC-0007: Kettle', fileName: '0007-x.md', number: '0007' }),
      '# RFC-0007: Kettle',
    );
  });

  it('is Markdown that renders as the title', () => {
    assert.equal(titled('# <x>', { title: 'In C#' }), '# In C#');
    assert.equal(titled('# <x>', { title: 'The sign #' }), '# The sign \\#');
    assert.equal(titled('Title\n===', { title: '- no list' }), '\\- no list\n===');
    assert.equal(titled('Title\n===', { title: '1. first' }), '1\\. first\n===');
  });

  it('replaces no section', () => {
    const text = '# Summary\n\nText\n\n## Part\n\nText\n\n# Motivation\n\nText\n';
    assert.equal(written(text), text);
    const front = '---\ntitle: <title>\n---\n\n## Summary\n\nText\n\n## Goals\n\nText\n';
    assert.equal(written(front), front.replace('<title>', 'Kettle'));
  });

  it('is followed by links to it', () => {
    const linked = (name: string, anchor: string): string =>
      written(`# Design: ${name}\n\n- [Design: ${name}](#${anchor})\n\n## Goals\n\nx\n`);
    assert.match(linked('{Name}', 'design-name'), /^- \[Design: Kettle\]\(#design-kettle\)$/m);
    // A tag is not part of an anchor.
    assert.match(linked('<Name>', 'design-'), /^- \[Design: Kettle\]\(#design-kettle\)$/m);
  });
});
