/** Tells the client what went wrong. Standard output belongs to the protocol. */

import type { Connection } from 'vscode-languageserver/node';
import {
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import { UserError } from '../core/text/userError';

/** The client's log, and its messages to the user. */
export class Log {
  private last: string | undefined;

  constructor(private readonly connection: Connection) {}

  /** Logs a line. */
  readonly note = (line: string): void => this.connection.console.info(line);

  /** Logs which of the client's folders are not on this machine. */
  missing(uris: readonly string[]): void {
    for (const uri of uris) this.note(`"${uri}" is no folder on this machine, so nothing in it is checked.`);
  }

  /** Shows what the user can correct, once, and logs anything else. */
  failed(work: string, error: unknown): void {
    if (!(error instanceof UserError)) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.connection.console.error(`${work}: this is a bug. ${stack}`);
      return;
    }
    if (this.last === error.message) return;
    this.last = error.message;
    this.connection.console.error(error.message);
    this.show(MessageType.Error, error.message);
  }

  /** Shows a message. Nothing waits for an answer, so it is no request, which some clients refuse. */
  show(type: MessageType, message: string): void {
    this.connection
      .sendNotification(ShowMessageNotification.type, { type, message })
      .catch((error: unknown) => this.failed('showing a message', error));
  }

  /** The last message no longer holds, and is shown again if it does later. */
  recovered(): void {
    this.last = undefined;
  }
}

/** The answer to a request that cannot be carried out. Editors show its message. */
export function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
