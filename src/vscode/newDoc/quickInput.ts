/** A sequence of prompts with a back button. */

import * as vscode from 'vscode';

/** The position of a prompt in its sequence, counted from 1. */
export interface PromptPlace {
  readonly step: number;
  readonly totalSteps: number;
}

/** The result of a prompt: a value, the back button, or cancelled. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancelled';

/** A prompt that stores its own answer. */
export interface Prompt {
  /** False if the answer is known in advance, regardless of the other answers. */
  readonly possible: boolean;
  /** False if the answer is known from the arguments and the answers so far. */
  needed(): boolean;
  ask(place: PromptPlace): Promise<'answered' | 'back' | 'cancelled'>;
}

/** Shows the needed prompts in order. Returns true when all are answered, and false if the user cancels. */
export async function runPrompts(questions: readonly Prompt[]): Promise<boolean> {
  const asked: Prompt[] = [];
  // Constant for the whole sequence, although an answer may make a later prompt unnecessary.
  const totalSteps = questions.filter(({ possible }) => possible).length;
  for (let next = nextQuestion(questions, asked); next; next = nextQuestion(questions, asked)) {
    asked.push(next);
    const answer = await next.ask({ step: asked.length, totalSteps });
    if (answer === 'cancelled') return false;
    // Removes this prompt and the one before it, which is then shown again.
    if (answer === 'back') asked.splice(-2);
  }
  return true;
}

function nextQuestion(questions: readonly Prompt[], asked: readonly Prompt[]): Prompt | undefined {
  return questions.find((question) => !asked.includes(question) && question.needed());
}

/** Lets the user pick one item. */
export function pickOne<T extends vscode.QuickPickItem>(
  items: readonly T[],
  placeholder: string,
  place: PromptPlace,
): Promise<Answer<T>> {
  const input = vscode.window.createQuickPick<T>();
  input.items = items;
  input.placeholder = placeholder;
  input.matchOnDescription = true;
  return show(input, place, () => input.selectedItems[0]);
}

/** Lets the user type a line. `problem` returns the validation message for it; undefined if it is valid. */
export function askText(
  prompt: string,
  placeholder: string,
  problem: (text: string) => string | undefined,
  place: PromptPlace,
): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = prompt;
  input.placeholder = placeholder;
  input.onDidChangeValue((text) => {
    input.validationMessage = problem(text);
  });
  return show(input, place, () => {
    input.validationMessage = problem(input.value);
    return input.validationMessage === undefined ? input.value.trim() : undefined;
  });
}

/** An input that `show` can run. */
type Input = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;

/** Shows an input until the user accepts a valid value, presses the back button, or closes it. */
function show<T>(input: Input, place: PromptPlace, read: () => T | undefined): Promise<Answer<T>> {
  input.title = vscode.l10n.t('New Design Doc');
  input.ignoreFocusOut = true;
  if (place.totalSteps > 1) {
    input.step = place.step;
    input.totalSteps = place.totalSteps;
  }
  if (place.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<Answer<T>>((resolve) => {
    input.onDidAccept(() => {
      const value = read();
      if (value !== undefined) resolve({ value });
    });
    input.onDidTriggerButton(() => resolve('back'));
    input.onDidHide(() => resolve('cancelled'));
    input.show();
  }).finally(() => input.dispose());
}
