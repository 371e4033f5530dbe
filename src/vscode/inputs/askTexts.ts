/** One input box for one text after the other. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';
import { localizedError } from '../localization/localized';

/** A question that a text answers. */
export interface TextQuestion {
  readonly title: string;
  readonly prompt?: string;
  readonly placeholder: string;
  /** What is wrong with an answer; undefined if it is valid. */
  readonly problem: (text: string) => string | undefined;
}

/**
 * Asks questions in one input box, which stays open while the user reads elsewhere: if each question had its own, a rendered
 * editor would take the focus between two of them. `accept` gets a valid answer and returns the next question; undefined
 * ends them. If it throws a `UserError`, its message is shown below the answer, which stays. False if the user cancels.
 */
export function askTexts(
  first: TextQuestion,
  accept: (text: string) => Promise<TextQuestion | undefined>,
): Promise<boolean> {
  const input = vscode.window.createInputBox();
  input.ignoreFocusOut = true;
  let question = first;
  const show = (next: TextQuestion): void => {
    question = next;
    input.title = next.title;
    input.prompt = next.prompt;
    input.placeholder = next.placeholder;
    input.value = '';
    input.validationMessage = undefined;
  };
  show(first);
  return new Promise<boolean>((resolve, reject) => {
    const answer = async (): Promise<void> => {
      const next = await accept(input.value);
      if (next) show(next);
      else resolve(true);
    };
    input.onDidChangeValue((text) => {
      input.validationMessage = question.problem(text);
    });
    input.onDidAccept(() => {
      input.validationMessage = question.problem(input.value);
      if (input.busy || input.validationMessage !== undefined) return;
      input.busy = true;
      answer()
        .catch((error: unknown) => {
          if (!(error instanceof UserError)) return reject(error);
          input.validationMessage = localizedError(error);
        })
        .finally(() => {
          input.busy = false;
        });
    });
    input.onDidHide(() => resolve(false));
    input.show();
  }).finally(() => input.dispose());
}
