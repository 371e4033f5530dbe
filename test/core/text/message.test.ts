import assert from 'node:assert/strict';
import { messageOf, say } from '../../../src/core/text/message';
import { UserError } from '../../../src/core/text/userError';

describe('a message', () => {
  it('is English as a string, and has a form with a place for each value', () => {
    const message = say`There is no file "${'a.md'}" on line ${3}.`;
    assert.equal(String(message), 'There is no file "a.md" on line 3.');
    assert.equal(message.form, 'There is no file "{0}" on line {1}.');
    assert.deepEqual(message.values, ['a.md', 3]);
  });

  it('may contain another, and leaves a value that looks like a place alone', () => {
    const message = say`Expected ${say`after "${'{0} $& {1}'}"`}.`;
    assert.equal(String(message), 'Expected after "{0} $& {1}".');
    assert.equal(message.form, 'Expected {0}.');
  });

  it('is the same message after it was kept as JSON', () => {
    const message = say`Expected ${say`${2} of "${'{0} $& {1}'}"`}, found ${'{2}'}.`;
    assert.deepEqual(messageOf(JSON.parse(JSON.stringify(message.parts))), message);
    assert.deepEqual(messageOf(say`Nothing.`.parts), say`Nothing.`);
  });

  it('is what an error says', () => {
    const error = new UserError('no-file', say`There is no file "${'a.md'}".`);
    assert.equal(error.message, 'There is no file "a.md".');
    assert.equal(String(error.said), error.message);
  });
});
