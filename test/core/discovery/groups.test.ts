import assert from 'node:assert/strict';
import { configNaming, groupByTemplate } from '../../../src/core/discovery/groups';
import type { ListedJson } from '../../../src/core/json/documents';

function listed(path: string, template: string | null, templatePath: string | null): ListedJson {
  return {
    path,
    title: '',
    stage: 'draft',
    template,
    templatePath,
    planFormat: null,
    done: 0,
    total: 0,
    warnings: 0,
  };
}

describe('groupByTemplate', () => {
  it('puts the largest group first, and tells templates with the same name apart', () => {
    const documents = [
      listed('a/1.md', 'rfc', 'a/rfc.md'),
      listed('b/1.md', 'rfc', 'b/rfc.md'),
      listed('b/2.md', 'rfc', 'b/rfc.md'),
      listed('c.md', 'rfc', null),
    ];
    const groups = groupByTemplate(documents).map(({ templatePath, documents: own }) => [
      templatePath,
      own.length,
    ]);
    assert.deepEqual(groups, [
      ['b/rfc.md', 2],
      ['a/rfc.md', 1],
      [null, 1],
    ]);
  });
  it('leaves out documents without a template', () => {
    assert.deepEqual(groupByTemplate([listed('a.md', null, null)]), []);
  });
});

it('a configuration names templates in their order', () => {
  assert.deepEqual(JSON.parse(configNaming(['b.md', 'a.md'])), { templates: ['b.md', 'a.md'] });
});
