import assert from 'node:assert/strict';
import type { Environment } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import { statusChoices, statusEdits } from '../../../src/core/features/statusChoices';
import { isRefused } from '../../../src/core/plan/change';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';

const template = (status: string): string =>
  `# Note: <Title>\n\n**Status:** ${status}\n\n## Story (Required)\n`;
const text = (status: string): string => `# Note: Clock\n\n**Status:** ${status}\n\n## Story\n\nA clock.\n`;
const analysisOf = (status: string, listed: string, more: Partial<Environment> = {}) =>
  analyze(text(status), {
    templates: [],
    template: readTemplate(template(listed), 't.md'),
    today: '2026-11-22',
    ...more,
  });

/** The status after a word is set; the message if that is refused. */
function set(status: string, listed: string, word: string): string {
  const analysis = analysisOf(status, listed);
  const change = statusEdits(analysis, word);
  return isRefused(change) ? String(change.refused) : applyEdits(analysis.document.text, change.edits);
}

describe('the states that a document can be given', () => {
  const LISTED = 'Draft | In Review (two people) | Done';

  it('are those that the template lists, with the current one', () => {
    const choices = statusChoices(analysisOf('In Review, since May', LISTED));
    assert.deepEqual(
      choices.map(({ word, stage, isCurrent }) => [word, stage, isCurrent]),
      [
        ['Draft', 'draft', false],
        ['In Review', 'draft', true],
        ['Done', 'finished', false],
      ],
    );
  });

  it('are the usual words if it lists none, and those of the team', () => {
    const choices = statusChoices(analysisOf('Draft', 'Draft', { statuses: { progress: ['cooking'] } }));
    const words = choices.map(({ word }) => word);
    assert.deepEqual(words, ['Draft', 'In Progress', 'Implemented', 'Superseded', 'Cooking']);
    assert.deepEqual(choices.at(-1)?.stage, 'progress');
  });

  it('are none where there is no status', () => {
    const none = text('x').replace('**Status:** x\n\n', '');
    const analysis = analyze(none, {
      templates: [],
      template: readTemplate(template('Draft'), 't.md'),
      today: '2026-11-22',
    });
    assert.deepEqual(statusChoices(analysis), []);
    assert.ok(isRefused(statusEdits(analysis, 'Draft')));
  });

  it('are set in place, and the rest of the status stays', () => {
    assert.equal(set('Draft (v2)', LISTED, 'Done'), text('Done (v2)'));
    assert.equal(set(LISTED, LISTED, 'Draft'), text('Draft'));
    assert.match(set('', LISTED, 'Draft'), /^\*\*Status:\*\* Draft *$/m);
  });
});
