import assert from 'node:assert/strict';
import { LEVELS, NO_CONFIG } from '../../../src/core/config/config';
import { configSchema, readConfig } from '../../../src/core/config/readConfig';
import { UserError } from '../../../src/core/errors';
import { rules } from '../../../src/core/rules/index';

describe('readConfig', () => {
  it('reads every key', () => {
    const config = {
      include: ['notes/**'],
      exclude: ['notes/old/**'],
      templates: ['notes/template.md'],
      author: 'Ada',
      statuses: { draft: ['simmering'] },
      rules: { 'missing-section': 'off', 'empty-section': 'error' },
    };
    const { $schema: _, ...rest } = { $schema: './x.json', ...config };
    const read = readConfig(JSON.stringify({ $schema: './x.json', ...rest }));
    for (const [key, value] of Object.entries(config)) {
      assert.deepEqual(Object.entries(read).find(([name]) => name === key)?.[1], value, key);
    }
  });

  it('is the default where nothing is said, and takes a byte order mark', () => {
    assert.deepEqual(readConfig('\uFEFF{}'), NO_CONFIG);
  });

  for (const [text, message] of [
    ['{', /not valid JSON/],
    ['[]', /must hold an object/],
    ['null', /must hold an object/],
    ['{ "inclued": [] }', /has no key "inclued"; did you mean "include"\?/],
    ['{ "zzzzzzzzzz": 1 }', /has no key "zzzzzzzzzz"; known are /],
    ['{ "include": "a" }', /"include" must be a list of strings/],
    ['{ "include": [1] }', /"include\[0\]" must be a string/],
    ['{ "author": 1 }', /"author" must be a string/],
    ['{ "rules": [] }', /"rules" must be an object/],
    ['{ "rules": { "mising-section": "off" } }', /"rules.mising-section"; did you mean "missing-section"/],
    ['{ "rules": { "missing-section": "loud" } }', /"rules.missing-section" must be one of off, hint/],
    ['{ "statuses": { "draft": "x" } }', /"statuses.draft" must be a list/],
  ] as const) {
    it(`refuses ${text}`, () => {
      assert.throws(
        () => readConfig(text),
        (error) => error instanceof UserError && error.code === 'config' && message.test(error.message),
      );
    });
  }
});

describe('configSchema', () => {
  const schema = JSON.stringify(configSchema());

  it('names every rule and every level', () => {
    for (const { id } of rules) assert.ok(schema.includes(`"${id}"`), id);
    for (const level of LEVELS) assert.ok(schema.includes(`"${level}"`), level);
  });
});
