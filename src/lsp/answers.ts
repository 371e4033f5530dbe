/** Answers the requests of the client. An error never ends the server. */

import { ResponseError } from 'vscode-languageserver/node';
import { UserError } from '../core/text/userError';
import { codeActions, resolveAction } from './codeActions';
import { codeLenses, execute } from './lenses';
import { refusal } from './log';
import { completions, hover, symbols } from './reading';
import { prepareRename, rename } from './rename';
import type { Services } from './services';

type Answer<P, R> = (services: Services, params: P) => Promise<R>;

/** Registers the answers. */
export function answerRequests(services: Services): void {
  const { connection, log } = services;

  /** A request that an editor sends by itself: where there is no answer, the user sees nothing. */
  const quietly =
    <P, R>(answer: Answer<P, R>, otherwise: R) =>
    async (params: P): Promise<R> => {
      try {
        return await answer(services, params);
      } catch (error) {
        log.failed('a request', error);
        return otherwise;
      }
    };

  /** A request that the user made: where it fails, the user sees why. */
  const aloud =
    <P, R>(answer: Answer<P, R>) =>
    async (params: P): Promise<R> => {
      try {
        return await answer(services, params);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        if (error instanceof UserError) throw refusal(error.message);
        log.failed('a request', error);
        throw refusal('This cannot be done because of a bug in design-docs. The log of the server has more.');
      }
    };

  connection.onCodeAction(quietly(codeActions, []));
  connection.onCodeActionResolve(aloud(resolveAction));
  connection.onHover(quietly(hover, null));
  connection.onCompletion(quietly(completions, []));
  connection.onDocumentSymbol(quietly(symbols, []));
  connection.onCodeLens(quietly(codeLenses, []));
  connection.onExecuteCommand(aloud(execute));
  connection.onPrepareRename(aloud(prepareRename));
  connection.onRenameRequest(aloud(rename));
}
