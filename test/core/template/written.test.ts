import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { readTemplate } from '../../../src/core/template/template';
import { contentOf } from '../../../src/core/template/written';

const template = readTemplate(
  [
    '# T: <x>',
    '## Summary',
    'Say what will be built.',
    '- Short one',
    '- [ ] Milestone 1: <concise milestone>',
    '| Who | When |\n| --- | --- |\n| all | soon |',
    '```mermaid\nflowchart LR\n```',
    '<!-- Say for whom it is built. -->',
    '## Table of Contents',
    '- [Summary](#summary)',
    '## Risks',
    'None.',
    '## Copyright',
    'This text is free for everyone to use.',
  ].join('\n\n'),
  't.md',
);

describe('contentOf', () => {
  for (const [body, expected] of [
    ['', 'nothing'],
    ['<!-- mine -->', 'nothing'],
    ['<!-- open', 'nothing'],
    ['[a]: b', 'nothing'],
    ['***', 'nothing'],
    ['<br>', 'nothing'],
    ['<a id="x"></a>', 'nothing'],
    ['```\n```', 'nothing'],
    ['text', 'written'],
    ['<!-- mine --> text', 'written'],
    ['<img src="x.png">', 'written'],
    ['![x](x.png)', 'written'],
    ['### C', 'written'],
    ['None.', 'written'],
    ['N/A', 'written'],
    ['Say what will be built.', 'template'],
    ['Say what\nwill be built.', 'template'],
    ['> Say what will be built.', 'template'],
    ['1. Short one', 'template'],
    ['- [ ] Milestone 1: <concise milestone>', 'template'],
    ['- [x] Milestone 1: <concise milestone>', 'written'],
    ['- [ ] Milestone 1: a kettle', 'written'],
    ['| Who | When |\n| --- | --- |\n| all | soon |', 'template'],
    ['| Who | When |\n| --- | --- |\n| Ada | soon |', 'written'],
    ['```mermaid\nflowchart LR\n```', 'template'],
    ['```mermaid\nflowchart LR\n  a --> b\n```', 'written'],
    ['<!-- Say for whom it is built. -->', 'template'],
    ['Say what will be built.\n\nA kettle.', 'written'],
    ['- [Summary](#summary)', 'written'],
    ['This text is free for everyone to use.', 'written'],
    ['Say what will be built.\n\nThis text is free for everyone to use.', 'template'],
    ['Say what will be built.\n\n- [Summary](#summary)', 'template'],
    ['Say what will be built.\n\nAll of it is under the MIT License.', 'written'],
  ] as const) {
    it(JSON.stringify(body), () => {
      const [section] = parseDocument(`# A\n\n## B\n\n${body}\n`).sections;
      assert.equal(section && contentOf(section, template.guidance), expected);
    });
  }
});
