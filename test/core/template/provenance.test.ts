import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { completionsAt } from '../../../src/core/features/completion';
import { hoverAt } from '../../../src/core/features/hover';
import type { ExpectedValue } from '../../../src/core/template/provenance';
import { refusedPart } from '../../../src/core/template/refusedValue';
import { readTemplate } from '../../../src/core/template/template';
import { written } from './written';

const template = readTemplate(
  '# Design: <Name>\n\n<!-- design-docs: value Author: person or exact model identifier; not the team -->\n\n**Author:** <Your Name>\n\n## Summary (Required)\n\nSay it.\n',
  'small.md',
);
const environment = { templates: [template], today: '2026-11-22', author: 'Ida Holm' };
const expects = (...kinds: ExpectedValue['kinds']): ExpectedValue => ({
  kinds,
  words: '',
  refused: ['the team'],
});

describe('the value that a template expectations', () => {
  it('is read from a directive, which a new document does not have', () => {
    assert.deepEqual(template.fields[0]?.expects, {
      kinds: ['model', 'person'],
      words: 'person or exact model identifier',
      refused: ['the team'],
    });
    assert.equal(written(template.source), '# Design: Kettle\n\n**Author:** Ada\n\n## Summary\n\nSay it.\n');
  });

  it('is read from the words of the value, and from no others', () => {
    const expectedOf = (value: string) =>
      readTemplate(`# <Title>\n\n**Author:** ${value}\n\n## A\n`, 'a.md').fields[0]?.expects;
    assert.equal(
      expectedOf('Exact Model Identifier (e.g. GPT-5.6 Sol)')?.words,
      '"Exact Model Identifier (e.g. GPT-5.6 Sol)"',
    );
    assert.deepEqual(expectedOf('<model ID or name>')?.kinds, ['model', 'person']);
    for (const value of ['Your Model (e.g. Claude Sonnet 4.5)', 'Your Name', 'data model owner']) {
      assert.equal(expectedOf(value), undefined, value);
    }
    const unknown =
      '# <Title>\n\n<!-- design-docs: value Author: nice -->\n<!-- design-docs: value -->\n\n**Author:** x\n\n## A\n';
    assert.equal(readTemplate(unknown, 'a.md').fields[0]?.expects, undefined);
  });

  it('refuses names that do not say which model', () => {
    for (const value of [
      'AI',
      'Claude',
      '**GPT**',
      'the model',
      'An assistant',
      'Claude Code',
      'claude opus',
      'OpenAI Codex',
      'Ida Holm, ChatGPT',
      '[Copilot](https://example.org)',
      'An AI coding agent',
      'The Team',
    ]) {
      assert.notEqual(refusedPart(value, expects('model')), undefined, value);
      assert.notEqual(refusedPart(value, expects('model', 'person')), undefined, value);
    }
    for (const value of [
      'GPT-5.6 Sol',
      'Claude Opus 4.6 (1M context)',
      'Codex (GPT-5)',
      'gpt-4o',
      'claude-opus-4-6',
      'Ida Holm',
      'Claude Shannon',
      'Jean-Claude',
      'AI Platform Team',
      'unknown (not recorded)',
      '@claude-bot-owner',
      'Mini Driver',
      'Anthropic',
    ]) {
      assert.equal(refusedPart(value, expects('model')), undefined, value);
    }
  });

  it('refuses models where a person is asked for', () => {
    for (const value of ['Claude Opus 4.6', 'GPT-5', 'AI', 'Ida Holm, Claude']) {
      assert.notEqual(refusedPart(value, expects('person')), undefined, value);
    }
    for (const value of ['Claude Shannon', 'Ida Holm', 'R2 Team']) {
      assert.equal(refusedPart(value, expects('person')), undefined, value);
    }
  });

  it('is told by hover and completion', () => {
    const text = '# Design: Tea\n\n**Author:** Claude\n\n## Summary\n\nTea.\n';
    const analysis = analyze(text, environment);
    const hover = hoverAt(analysis, { line: 2, character: 4 });
    assert.deepEqual(
      [hover?.title, String(hover?.lines[0])],
      ['Author', 'Expected by the template: person or exact model identifier, not "the team".'],
    );
    const [value] = completionsAt(analysis, { line: 2, character: 12 });
    assert.deepEqual(
      [value?.text, String(value?.detail)],
      ['Ida Holm', 'Expected: person or exact model identifier, not "the team".'],
    );
    const [field] = completionsAt(analyze('# Design: Tea\n\n\n\n## Summary\n\nTea.\n', environment), {
      line: 2,
      character: 0,
    });
    assert.deepEqual(
      [field?.label, String(field?.detail)],
      ['Author', 'Header field: person or exact model identifier, not "the team".'],
    );
  });
});
