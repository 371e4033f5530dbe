import assert from 'node:assert/strict';
import { UserError } from '../../../src/core/text/userError';
import { readInput, usageOf } from '../../../src/core/tools/input';

const SCHEMA = {
  type: 'object',
  properties: {
    path: { type: 'string', maxLength: 5 },
    line: { type: 'integer', minimum: 1 },
    all: { type: 'boolean' },
    state: { type: 'string', maxLength: 9, enum: ['open', 'all'] },
    steps: { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 5 } },
    evidence: {
      type: 'object',
      properties: { exit: { type: 'integer', minimum: 0 } },
      required: ['exit'],
      additionalProperties: false,
    },
  },
  required: ['path'],
  additionalProperties: false,
} as const;

describe('readInput', () => {
  it('accepts valid input', () => {
    const full = { path: 'a.md', line: 1, all: false, steps: ['a', 'b'], evidence: { exit: 0 } };
    assert.deepEqual(readInput(SCHEMA, full), full);
    assert.deepEqual(readInput(SCHEMA, { path: 'a.md', line: undefined }).path, 'a.md');
  });

  for (const [given, expected] of [
    [{ path: '12' }, { path: '12' }],
    [
      { path: 'a', state: ' Open' },
      { path: 'a', state: 'open' },
    ],
    [
      { path: 'a', line: '12' },
      { path: 'a', line: 12 },
    ],
    [
      { path: 'a', line: ' 12 ' },
      { path: 'a', line: 12 },
    ],
    [
      { path: 'a', all: 'true' },
      { path: 'a', all: true },
    ],
    [
      { path: 'a', steps: '["x", "y"]' },
      { path: 'a', steps: ['x', 'y'] },
    ],
    [
      { path: 'a', evidence: '{"exit": 0}' },
      { path: 'a', evidence: { exit: 0 } },
    ],
    [
      { path: 'a', evidence: '{"exit": "0"}' },
      { path: 'a', evidence: { exit: 0 } },
    ],
    [{ path: 'a', line: null, evidence: null, other: null }, { path: 'a' }],
    ['{"path":"a"}', { path: 'a' }],
  ] as const) {
    it(`reads ${JSON.stringify(given)}`, () => {
      assert.deepEqual(readInput(SCHEMA, given), expected);
    });
  }

  for (const [given, message] of [
    [undefined, '"input" must be an object, found undefined.'],
    [null, '"input" must be an object, found null.'],
    [[], '"input" must be an object, found [].'],
    [{}, '"path" is missing.'],
    [{ path: 3 }, '"path" must be text, found 3.'],
    [{ path: ' ' }, '"path" must be text, found " ".'],
    [{ path: 'abcdef' }, '"path" must be at most 5 characters, found "abcdef".'],
    [{ path: null }, '"path" is missing.'],
    [
      { path: 'a', file: 1 },
      '"file" is not a known property: expected path, line, all, state, steps, evidence.',
    ],
    [{ path: 'a', line: 0 }, '"line" must be a whole number from 1, found 0.'],
    [{ path: 'a', line: 1.5 }, '"line" must be a whole number from 1, found 1.5.'],
    [{ path: 'a', line: '1.5' }, '"line" must be a whole number from 1, found "1.5".'],
    [{ path: 'a', line: '0' }, '"line" must be a whole number from 1, found "0".'],
    [{ path: 'a', line: 'one' }, '"line" must be a whole number from 1, found "one".'],
    [{ path: 'a', line: '' }, '"line" must be a whole number from 1, found "".'],
    [{ path: 'a', all: 'yes' }, '"all" must be true or false, found "yes".'],
    [{ path: 'a', state: 'closed' }, '"state" must be one of open, all, found "closed".'],
    [{ path: 'a', state: 1 }, '"state" must be one of open, all, found 1.'],
    [{ path: 'a', steps: 'x' }, '"steps" must be a list of at most 2 texts, found "x".'],
    [
      { path: 'a', steps: ['x', 'y', 'z'] },
      '"steps" must be a list of at most 2 texts, found ["x","y","z"].',
    ],
    [{ path: 'a', steps: ['x', 1] }, '"steps[1]" must be text, found 1.'],
    [{ path: 'a', steps: '["x", 1]' }, '"steps[1]" must be text, found 1.'],
    [{ path: 'a', steps: ['x', null] }, '"steps[1]" must be text, found null.'],
    [{ path: 'a', evidence: 'exit 0' }, '"evidence" must be an object, found "exit 0".'],
    [{ path: 'a', evidence: '[0]' }, '"evidence" must be an object, found "[0]".'],
    [{ path: 'a', evidence: { exit: null } }, '"evidence.exit" is missing.'],
    [{ path: 'a', evidence: '{"exit":"x"}' }, '"evidence.exit" must be a whole number from 0, found "x".'],
    [
      { path: 'a', evidence: { exit: 0, commit: 'a' } },
      '"evidence.commit" is not a known property: expected evidence.exit.',
    ],
    [{ path: 'a', evidence: {} }, '"evidence.exit" is missing.'],
    [{ path: 'a', evidence: { exit: -1 } }, '"evidence.exit" must be a whole number from 0, found -1.'],
  ] as const) {
    it(`refuses ${JSON.stringify(given)}`, () => {
      assert.throws(() => readInput(SCHEMA, given), new UserError('bad-input', message));
    });
  }

  it('shortens a long value in its message', () => {
    const given = { path: 'x'.repeat(1000) };
    assert.throws(
      () => readInput(SCHEMA, given),
      ({ message }: Error) => message.length < 120,
    );
  });
});

describe('usageOf', () => {
  it('names the properties, the optional ones with a question mark', () => {
    assert.equal(usageOf(SCHEMA), '{ path, line?, all?, state?, steps?, evidence?: { exit } }');
  });
});
