/** The snippet for a new file makes a design doc that the bundled template accepts. */

import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analysis/analyze';
import { readTemplate } from '../../src/core/template/template';
import { readRepo } from '../fixture';

interface Snippet {
  readonly isFileTemplate?: boolean;
  readonly prefix?: string;
  readonly body: readonly string[];
}

const snippets: Readonly<Record<string, Snippet>> = JSON.parse(readRepo('snippets/new-file.json'));

describe('the snippet for a new file', () => {
  it('is offered for an empty file alone, not while Markdown is typed', () => {
    for (const { isFileTemplate, prefix } of Object.values(snippets)) {
      assert.deepEqual([isFileTemplate, prefix], [true, undefined]);
    }
  });

  it('has what the bundled template requires', () => {
    const template = readTemplate(readRepo('media/templates/design.md'), 'design.md');
    const text = Object.values(snippets)
      .flatMap(({ body }) => body)
      .join('\n')
      .replace(/(?:\$\{CURRENT_\w+\}-?){3}/, '2026-11-22')
      .replace(/\$\{\d+\|([^,]*),[^}]*\|\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace('$0', '');
    const { bound, findings } = analyze(text, { templates: [template], today: '2026-11-22' });
    assert.ok(bound);
    const unwritten = ['leftover-placeholder', 'leftover-guidance', 'empty-section', 'header-field'];
    assert.deepEqual(
      findings.flatMap(({ rule, message }) => (unwritten.includes(rule) ? [] : [message])),
      [],
    );
  });
});
