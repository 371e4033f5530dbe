/** The list of all documents: what it says of each, the links between them, and how it is arranged. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { summaryOf } from '../../../src/core/json/summary';
import type { Arrangement } from '../../../src/core/listing/arrange';
import { arrange } from '../../../src/core/listing/arrange';
import { workspaceDocuments } from '../../../src/core/listing/workspaceDocuments';
import { readTemplate } from '../../../src/core/template/template';

const template = readTemplate(
  '# Record: <Title>\n\n**Status:** Draft\n**Author:** <Name>\n**Date:** YYYY-MM-DD\n\n## Context\n\nText.\n',
  'docs/template.md',
);

function found(path: string, title: string, status: string, rest = 'Words.\n') {
  const text = `# Record: ${title}\n\n**Status:** ${status}\n**Author:** Ida\n**Date:** 2026-01-02\n\n## Context\n\n${rest}`;
  return { path, summary: summaryOf(analyze(text, { templates: [template], today: '2026-11-22' })) };
}

const PLAN = '## Plan\n\n- [x] Saw\n- [ ] Glue\n';
const ALL = workspaceDocuments([
  found(
    'docs/0010-ten.md',
    'Ten',
    'Draft',
    `See [nine](0009-nine.md#context) and [it](./0009-nine.md).\n\n${PLAN}`,
  ),
  found(
    'docs/0009-nine.md',
    'Nine',
    'Accepted',
    '[Ten](/docs/0010-ten.md), [self](0009-nine.md), [gone](0001.md).\n',
  ),
  found('docs/old/notes.md', 'Notes', 'Rejected', '[ten](../0010-ten.md), [web](https://example.org/a.md)\n'),
  found('0002-two.md', 'Äpfel', 'In progress', ''),
]);

describe('the documents of a workspace', () => {
  it('have what the file name, the header and the plan say', () => {
    const [ten] = ALL;
    assert.deepEqual(ten && [ten.number, ten.ownTitle, ten.status, ten.author, ten.created], [
      10,
      'Ten',
      'Draft',
      'Ida',
      '2026-01-02',
    ]);
    assert.deepEqual(ten && [ten.stage, ten.done, ten.total], ['draft', 1, 2]);
    assert.deepEqual(
      ALL.map(({ number }) => number),
      [10, 9, null, 2],
    );
  });

  it('have their links to each other, each once, in both directions', () => {
    assert.deepEqual(
      ALL.map(({ path, links, linkedFrom }) => [path, links, linkedFrom]),
      [
        ['docs/0010-ten.md', ['docs/0009-nine.md'], ['docs/0009-nine.md', 'docs/old/notes.md']],
        ['docs/0009-nine.md', ['docs/0010-ten.md'], ['docs/0010-ten.md']],
        ['docs/old/notes.md', ['docs/0010-ten.md'], []],
        ['0002-two.md', [], []],
      ],
    );
  });
});

describe('the arrangement of documents', () => {
  const groupsOf = (given: Partial<Arrangement>, documents = ALL): string[] =>
    arrange(documents, { grouping: 'stage', order: 'number', selection: 'all', ...given }).map(
      ({ key, isOther, documents: inside }) =>
        `${isOther ? 'other ' : ''}${key}: ${inside.map(({ path }) => path.split('/').at(-1)).join(' ')}`,
    );
  const plan = { ...ALL[3], path: 'specs/tasks.md', template: null, planFormat: 'Kiro' } as (typeof ALL)[0];

  it('groups by stage in the order of work, by template and by folder', () => {
    assert.deepEqual(groupsOf({}), [
      'progress: 0002-two.md',
      'draft: 0010-ten.md',
      'finished: 0009-nine.md',
      'dead: notes.md',
    ]);
    assert.deepEqual(groupsOf({ grouping: 'template' }, [plan, ...ALL]), [
      'template: 0002-two.md 0009-nine.md 0010-ten.md notes.md',
      'other Kiro: tasks.md',
    ]);
    assert.deepEqual(groupsOf({ grouping: 'folder' }, [plan, ...ALL]), [
      ': 0002-two.md',
      'docs: 0009-nine.md 0010-ten.md',
      'docs/old: notes.md',
      'specs: tasks.md',
    ]);
  });

  it('sorts by title, by progress and by findings, and by number where these are equal', () => {
    const one = (order: Arrangement['order']) => groupsOf({ grouping: 'template', order });
    assert.deepEqual(one('title'), ['template: 0002-two.md 0009-nine.md notes.md 0010-ten.md']);
    assert.deepEqual(one('progress'), ['template: 0010-ten.md 0002-two.md 0009-nine.md notes.md']);
    assert.deepEqual(one('findings'), ['template: 0002-two.md 0010-ten.md 0009-nine.md notes.md']);
  });

  it('leaves out settled documents, or those without a warning, and groups that are empty then', () => {
    assert.deepEqual(groupsOf({ selection: 'open' }), ['progress: 0002-two.md', 'draft: 0010-ten.md']);
    assert.deepEqual(groupsOf({ selection: 'warnings' }), ['progress: 0002-two.md']);
    assert.deepEqual(groupsOf({}, []), []);
  });
});
