/** Asking several things in a row, with a way back. */

import * as vscode from 'vscode';

/** Which of the questions is asked. */
export interface PromptPlace {
  readonly step: number;
  readonly totalSteps: number;
}

/** How the user left a question. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancelled';

/** A question that stores its own answer. */
export interface Prompt {
  /** False if the answer is known without asking, whatever the other answers are. */
  readonly possible: boolean;
  /** False if the answer is known without asking, as things stand. */
  needed(): boolean;
  ask(place: PromptPlace): Promise<'answered' | 'back' | 'cancelled'>;
}

/** Asks what is needed, in order. True once everything is answered, false if the user gave up. */
export async function runPrompts(questions: readonly Prompt[]): Promise<boolean> {
  const asked: Prompt[] = [];
  // It stays the same from the first question to the last, though the last may turn out to be needless.
  const totalSteps = questions.filter(({ possible }) => possible).length;
  for (let next = nextQuestion(questions, asked); next; next = nextQuestion(questions, asked)) {
    asked.push(next);
    const answer = await next.ask({ step: asked.length, totalSteps });
    if (answer === 'cancelled') return false;
    // Going back forgets this question and the one before it, which is then asked again.
    if (answer === 'back') asked.splice(-2);
  }
  return true;
}

function nextQuestion(questions: readonly Prompt[], asked: readonly Prompt[]): Prompt | undefined {
  return questions.find((question) => !asked.includes(question) && question.needed());
}

/** Lets the user pick one of several. */
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

/** Lets the user type a line. `problem` says what is wrong with it, if anything. */
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

/** What a quick pick and an input box have in common. */
type Input = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;

/** Shows an input until it is accepted with a value, left by the back button, or closed. */
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
