import assert from 'node:assert/strict';
import { LEVELS, NO_CONFIG } from '../../../src/core/config/config';
import { ConfigError } from '../../../src/core/config/configError';
import { configSchema, readConfig, readConfigFile } from '../../../src/core/config/readConfig';
import { rules } from '../../../src/core/rules/index';
import { UserError } from '../../../src/core/text/userError';

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

  it('returns the defaults for an empty configuration, and accepts a byte order mark', () => {
    assert.deepEqual(readConfig('\uFEFF{}'), NO_CONFIG);
  });

  it('accepts comments and trailing commas', () => {
    const text = '// a\n{ /* b */ "include": ["a", /* c */ "b",], // d\n}\n';
    assert.deepEqual(readConfig(text).include, ['a', 'b']);
  });

  for (const [text, message] of [
    ['{', '1:2: not valid JSON: expected a closing brace.'],
    ['', '1:1: not valid JSON: expected a value.'],
    ['{ include: [] }', '1:3: not valid JSON: expected double quotes around words.'],
    ['{ 1: [] }', '1:3: not valid JSON: expected a key in double quotes.'],
    ['{ "include" [] }', '1:13: not valid JSON: expected a colon after the key.'],
    ['{\n  "include": []\n  "author": ""\n}', '3:3: not valid JSON: expected a comma between two entries.'],
    ['{ "include": ["a }', '1:15: not valid JSON: the string has no end on its line.'],
    ['{} {}', '1:4: not valid JSON: expected nothing after the closing brace.'],
    ['[]', '1:1: expected an object.'],
    ['null', '1:1: expected an object.'],
    ['{\r\n\t"inclued": [] }', '2:2: there is no key "inclued"; did you mean "include".'],
    ['{ "zzzzzzzzzz": 1 }', /^1:3: there is no key "zzzzzzzzzz"; known are \$schema, include, /],
    ['{ "include": "a" }', '1:14: "include" must be a list of strings.'],
    ['{ "include": ["a", 1] }', '1:20: "include[1]" must be a string.'],
    ['{ "author": 1 }', '1:13: "author" must be a string.'],
    ['{ "author": "A\\n## Goals" }', '1:13: "author" must be a name on one line.'],
    ['{ "rules": [] }', '1:12: "rules" must be an object.'],
    [
      '{ "rules": { "mising-section": "off" } }',
      '1:14: there is no key "rules.mising-section"; did you mean "missing-section".',
    ],
    ['{ "rules": { "missing-section": "loud" } }', /^1:33: "rules.missing-section" must be one of off, hint/],
    ['{ "statuses": { "draft": "x" } }', '1:26: "statuses.draft" must be a list of strings.'],
    ['{ "author": "A",\n  "author": "B" }', '2:3: duplicate key "author".'],
    [
      '{ "rules": { "empty-section": "off", "empty-section": "off" } }',
      /^1:38: duplicate key "empty-section"/,
    ],
    [
      '{ "templates": ["a.md", "../b.md"] }',
      '1:25: "templates[1]" must be a path below this file, without "..".',
    ],
    ['{ "templates": ["/etc/b.md"] }', /^1:17: "templates\[0\]" must be a path below/],
    ['{ "templates": ["C:\\\\b.md"] }', /^1:17: "templates\[0\]" must be a path below/],
    ['{ "templates": ["a\\\\..\\\\b.md"] }', /^1:17: "templates\[0\]" must be a path below/],
    [`{ "include": ${'['.repeat(100_000)}`, '1:63: this is nested too deeply.'],
    [`${'{"a":'.repeat(100_000)}`, '1:251: this is nested too deeply.'],
    ['root:x:0:0:secret:/root:/bin/bash\n', '1:1: not valid JSON: expected double quotes around words.'],
    [
      `{ "\\u001b[31m${'secret'.repeat(2000)}": 1 }`,
      /^1:3: there is no key "\uFFFD\[31m(?:secret){5}\w+…"; known are/,
    ],
  ] as const) {
    it(`refuses ${text.slice(0, 80)}`, () => {
      assert.throws(
        () => readConfig(text),
        (error) => {
          assert.ok(error instanceof UserError && error.code === 'config');
          assert.ok(
            error.message.startsWith('.design-docs.json:') && error.message.length < 400,
            error.message,
          );
          const rest = error.message.slice('.design-docs.json:'.length);
          if (typeof message === 'string') assert.equal(rest, message);
          else assert.match(rest, message);
          return true;
        },
      );
    });
  }

  it('gives the whole key or value of an error, as far as it is on one line', () => {
    const placeOf = (text: string): unknown => {
      try {
        readConfigFile(text, 'x.json');
        return undefined;
      } catch (error) {
        return error instanceof ConfigError ? error.place : error;
      }
    };
    assert.deepEqual(placeOf('{\n  "excludes": []\n}'), { line: 1, character: 2, length: 10 });
    assert.deepEqual(placeOf('{ "include": 12345 }'), { line: 0, character: 13, length: 5 });
    assert.deepEqual(placeOf('{ "exclude": {\n} }'), { line: 0, character: 13, length: 1 });
    assert.deepEqual(placeOf(''), { line: 0, character: 0, length: 1 });
  });

  it('gives the position of each template, for the error if it does not exist', () => {
    const { config, templates } = readConfigFile('{ "templates": ["./a.md", "docs/b.md"] }', 'x.json');
    assert.deepEqual(config.templates, ['a.md', 'docs/b.md']);
    assert.deepEqual(
      templates.map(({ path, missing }) => [path, missing.message, missing.place]),
      [
        [
          'a.md',
          'x.json:1:17: "templates[0]" names no file: there is no "a.md".',
          { line: 0, character: 16, length: 8 },
        ],
        [
          'docs/b.md',
          'x.json:1:27: "templates[1]" names no file: there is no "docs/b.md".',
          { line: 0, character: 26, length: 11 },
        ],
      ],
    );
  });
});

describe('configSchema', () => {
  const schema = JSON.stringify(configSchema());

  it('lists every rule and every level', () => {
    for (const { id } of rules) assert.ok(schema.includes(`"${id}"`), id);
    for (const level of LEVELS) assert.ok(schema.includes(`"${level}"`), level);
  });
});
