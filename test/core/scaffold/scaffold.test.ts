import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import { readTemplate } from '../../../src/core/template/template';
import { readRepo } from '../../fixture';
import { withStops, written } from '../template/written';

describe('scaffold', () => {
  it('keeps everything but instructions and marks, byte for byte', () => {
    const template = [
      '<!-- SPDX-License-Identifier: MIT -->',
      '[![state](https://example.org/b.svg)](https://example.org)',
      '# Design: <Name>',
      '[Back](README.md)',
      '<instructions>\nHidden.\n</instructions>',
      '**Status:** Draft  \n**Sponsor:** <Who>',
      '<!-- toc -->\n<!-- /toc -->',
      '---',
      '> [!NOTE]\n> For the team.',
      '## Summary (Required) {#Sum}',
      '* Say it.\n* And that.',
      'A paragraph.',
      '## Plan (Required)',
      '- [ ] Milestone 1: <concise milestone>\n      - [ ] <task>',
      '---\n\n*Copyright of the authors.*',
    ];
    const expected = template
      .filter((part) => !part.startsWith('<instructions>'))
      .map((part) => part.replace('<Name>', 'Kettle').replace(' (Required)', ''));
    assert.equal(written(`${template.join('\n\n')}\n`), `${expected.join('\n\n')}\n`);
  });

  it('ignores the byte order mark and the line endings of the template', () => {
    assert.equal(written('\uFEFF# <Name>\r\n\r\n## A\r\n\r\nText\r\n\r\n\r\n'), '# Kettle\n\n## A\n\nText\n');
  });

  it('makes a document that follows the bundled template', () => {
    const template = readTemplate(readRepo('media/templates/design.md'), 'design.md');
    const { text } = scaffold(template, { title: 'Kettle', today: '2026-11-22', author: 'Ada' });
    const { bound } = analyze(text, { templates: [template], today: '2026-11-22', author: 'Ada' });
    assert.equal(bound?.template, template);
    assert.equal(bound?.stage, 'draft');
    assert.doesNotMatch(text, /design-docs|<instructions>|\(Optional\)|\(Required\)|## User Stories/);
  });

  it('puts tab stops where the text of empty sections goes, if there is a line for it', () => {
    const template = '# <Name>\n\n## Goals\n\n### One\n\n### Two\n## Plan\n\n\n## Costs\n';
    assert.equal(
      withStops(template, { title: 'Tea' }),
      '# Tea\n\n## Goals\n\n### One\n«»\n### Two\n## Plan\n\n«»\n## Costs\n«»',
    );
  });

  it('puts tab stops on the text to replace, and on no value that it filled in', () => {
    const template = [
      '# Design: <Name>',
      '**Author:** <Who>\n**Kind:** big | small\n**Sponsor:** <Who>',
      '## Status',
      'Pending',
      '## Goals',
      '- One.\n- Two.',
      'As a <user>, I want {thing}.',
      '**Label:**',
      '- [ ] A task',
      '```\ncode\n```',
      '### <Option>',
      '<!-- Say in a few words what it is. -->',
      'Visible text.',
      '### Costs',
      '<!-- Who pays? -->',
      '<!-- prettier-ignore -->',
      '## Licence',
      'Free for all.',
    ].join('\n\n');
    assert.equal(
      withStops(template, { title: 'A <user> of [x]' }),
      `${[
        '# Design: A <user> of [x]',
        '**Author:** Ada\n**Kind:** «big»\n**Sponsor:** «<Who>»',
        '## Status',
        'Pending',
        '## Goals',
        '«- One.\n- Two.»',
        'As a «<user>», I want «{thing}».',
        '**Label:**',
        '- [ ] A task',
        '```\ncode\n```',
        '### «<Option>»',
        '«<!-- Say in a few words what it is. -->»',
        'Visible text.',
        '### Costs',
        '«<!-- Who pays? -->»',
        '<!-- prettier-ignore -->',
        '## Licence',
        'Free for all.',
      ].join('\n\n')}\n`,
    );
    assert.match(withStops(template, { author: undefined }), /\*\*Author:\*\* «<Who>»/);
  });
});
