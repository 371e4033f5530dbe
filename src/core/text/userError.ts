import type { Text } from './message';

/** An error for the user: its message says what is wrong and what to do. Only the outer layers throw it. */
export class UserError extends Error {
  constructor(
    /** The kind of error, stable across versions. */
    readonly code: string,
    /** The message; `message` is its English. */
    readonly said: Text,
  ) {
    super(String(said));
    this.name = 'UserError';
  }
}
