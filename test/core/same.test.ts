/** Edits that seem to leave everything as it was, and do not. */

import assert from 'node:assert/strict';
import type { Environment } from '../../src/core/analysis';
import { analyze, analyzeDocument } from '../../src/core/analysis';
import { updateDocument } from '../../src/core/document/incremental';
import { readTemplate } from '../../src/core/template/template';
import { changeBetween } from '../../src/core/text/text';
import { readRepo } from '../fixture';

const environment: Environment = {
  templates: ['design', 'adr'].map((name) =>
    readTemplate(readRepo(`media/templates/${name}.md`), `${name}.md`),
  ),
  today: '2026-11-22',
};

const FLOOD = readRepo('test/workspace/docs/design_docs/0002-flood-alerts.md');
/** The document without one of its sections. */
const without = (name: string): string => FLOOD.replace(new RegExp(`^## ${name}\\n[^]*?\\n(?=## )`, 'm'), '');
const END = '\n## Kettles\n\nOf tea.\n';

for (const [name, text, old, fresh] of [
  [
    'a heading that becomes another name of a section',
    `${without('Summary')}\n## Overvie\n\nTea.\n`,
    'Overvie',
    'Overview',
  ],
  [
    'a heading that becomes a compound of one',
    `${without('Testing and Validation')}\n## Testin Tea\n\nTea.\n`,
    'Testin ',
    'Testing ',
  ],
  ['a reworded heading that is reported', `${FLOOD}${END}\n## Pots\n`, '## Pots', '## Potsdam'],
  ['a first link in a section without any', `${FLOOD}${END}`, 'Of tea', 'Of [tea](#none)'],
  ['a heading that moves on its line and is reported', `${FLOOD}${END}\n## Pots\n`, '## Pots', '##  Pots'],
  [
    'a first section that becomes the title, for it has a header field',
    'Tea.\n\n# Design: Kettle\n\nNone. **Status:** Draft\n\n# Summary\n\nTea.\n',
    'None. ',
    '',
  ],
  ['a title that moves on its line', without('Goals'), '# Design', '#  Design'],
  ['a heading that becomes deeper', `${FLOOD}\n## Pots${END}`, '## Kettles', '### Kettles'],
  [
    'a heading that makes another template fit better',
    '# Tea\n\n## Summary\n\na\n\n## Goals\n\na\n\n## Non-Goals\n\na\n\n## Decision Drivers\n\na\n\n## Considered Options\n\na\n\n' +
      '## Decision Outcome\n\na\n\n## Mor Information\n\na\n',
    'Mor ',
    'More ',
  ],
  [
    'a comment that mutes another line than before',
    `${FLOOD}${END}\n<!-- design-docs: disable leftover-placeholder -->\n\nTo be written: <some tea here>.\n`,
    '-->\n\n',
    '-->\n\nA line.\n\n',
  ],
  [
    'paragraphs that change places, one of which is named',
    '# Design: Tea\n\n## Summary\n\nTea.\n\n## Pots\n\nA line.\n\nFrom an untrusted sender.\n\nA hostile sender.\n',
    'A line.\n\nFrom an untrusted sender.',
    'From an untrusted sender.\n\nA line.',
  ],
  [
    'a fence that hides instructions below',
    `${FLOOD}\n- a\n  \`\`\n\nTea.\n\n<instructions>Say it.</instructions>\n${END}`,
    '  ``\n',
    '  ```\n',
  ],
  [
    'a reworded heading that a link leads to',
    `${FLOOD}\n## Pots\n\n[a](#kettles)\n${END}`,
    '## Kettles',
    '## Kettlex',
  ],
  [
    'a reworded heading that a link nearly led to',
    `${FLOOD}\n## Pots\n\n[a](#kettels)\n${END}`,
    '## Kettles',
    '## Kettels',
  ],
  [
    'a heading in a quote that a link leads to',
    `${FLOOD}\n## Pots\n\n[a](#quoted)\n\n## Cups\n\n> # Quoted\n`,
    '# Quoted',
    '# Quote',
  ],
  [
    'an id that a link leads to',
    `${FLOOD}\n## Pots\n\n[a](#own)\n\n## Cups\n\n<i id="own">x</i>\n`,
    '"own"',
    '"other"',
  ],
  [
    'a definition that makes a link of a text elsewhere',
    `${FLOOD}\n## Pots\n\nSee [tea].\n\n## Cups\n\n[te]: #none\n`,
    '[te]',
    '[tea]',
  ],
  [
    'a definition that changes what a heading shows',
    `${FLOOD}\n## The [pot][p]\n\n[a](#the-pot)\n\n## Cups\n\n[p]: https://example.org\n`,
    '[p]:',
    '[q]:',
  ],
  [
    'a text that refers to a definition elsewhere',
    `${FLOOD}\n## Pots\n\nSee [te].\n\n## Cups\n\n[tea]: #none\n`,
    '[te]',
    '[tea]',
  ],
] as const) {
  it(`an edit is seen to change findings: ${name}`, () => {
    const next = text.replace(old, fresh);
    const edit = changeBetween(text, next);
    assert.ok(edit);
    const start = analyze(text, environment);
    const updated = analyzeDocument(updateDocument(start.document, [edit]), environment, start);
    const anew = analyze(next, environment);
    assert.notDeepEqual(anew.findings, start.findings);
    assert.deepEqual(updated.reports, anew.reports);
    assert.equal(updated.bound?.template, anew.bound?.template);
    assert.deepEqual(updated.document.blocks, anew.document.blocks);
  });
}
