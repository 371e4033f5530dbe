/** An error whose message is for people: it says what is wrong and what to do. Only edges throw it. */
export class UserError extends Error {
  constructor(
    /** A stable name for the kind of error. */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'UserError';
  }
}
