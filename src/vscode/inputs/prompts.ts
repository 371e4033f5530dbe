/** A sequence of prompts with a back button. */

import * as vscode from 'vscode';

/** The position of a prompt in its sequence, counted from 1. */
export interface PromptPlace {
  readonly step: number;
  readonly totalSteps: number;
  readonly shown: ShownInput;
}

/**
 * The input that is shown now. The next one replaces it while it is open: where an input closes, the editor gets the focus
 * back, and a rendered editor would take it from the next input, too.
 */
class ShownInput implements vscode.Disposable {
  private current: vscode.QuickInput | undefined;

  show(input: vscode.QuickInput): void {
    input.show();
    this.current?.dispose();
    this.current = input;
  }

  dispose(): void {
    this.current?.dispose();
  }
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
export async function runPrompts(prompts: readonly Prompt[]): Promise<boolean> {
  const asked: Prompt[] = [];
  const shown = new ShownInput();
  // Constant for the whole sequence, although an answer may make a later prompt unnecessary.
  const totalSteps = prompts.filter(({ possible }) => possible).length;
  try {
    for (let next = nextPrompt(prompts, asked); next; next = nextPrompt(prompts, asked)) {
      asked.push(next);
      const answer = await next.ask({ step: asked.length, totalSteps, shown });
      if (answer === 'cancelled') return false;
      // Removes this prompt and the one before it, which is then shown again.
      if (answer === 'back') asked.splice(-2);
    }
    return true;
  } finally {
    shown.dispose();
  }
}

function nextPrompt(prompts: readonly Prompt[], asked: readonly Prompt[]): Prompt | undefined {
  return prompts.find((one) => !asked.includes(one) && one.needed());
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
  input.matchOnDetail = true;
  return show(input, place, () => input.selectedItems[0]);
}

/** A line to type. */
export interface TextPrompt {
  readonly prompt: string;
  readonly placeholder: string;
  /** What is wrong with a text; undefined if it is valid. */
  readonly problem: (text: string) => string | undefined;
  /** What comes of a valid text, which is shown while it is typed. */
  readonly outcome?: (text: string) => string;
}

/** Lets the user type a line. */
export function askText(
  { prompt, placeholder, problem, outcome }: TextPrompt,
  place: PromptPlace,
): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = prompt;
  input.placeholder = placeholder;
  input.onDidChangeValue((text) => {
    const wrong = problem(text);
    const message = wrong ?? outcome?.(text);
    const severity = vscode.InputBoxValidationSeverity.Info;
    input.validationMessage = wrong === undefined && message ? { message, severity } : wrong;
  });
  return show(input, place, () => {
    const wrong = problem(input.value);
    if (wrong !== undefined) input.validationMessage = wrong;
    return wrong === undefined ? input.value.trim() : undefined;
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
    place.shown.show(input);
  });
}
