/** Asks for the steps of a milestone, where they cannot be typed into the text. */

import * as vscode from 'vscode';
import { plainText } from '../../core/document/plainText';
import type { TextQuestion } from '../inputs/askTexts';
import { askTexts } from '../inputs/askTexts';

/** The titles of the steps, asked one by one until the answer is empty; undefined if the user cancels. */
export async function askForSteps(milestone: string): Promise<readonly string[] | undefined> {
  const titles: string[] = [];
  const question = (): TextQuestion => ({
    title: vscode.l10n.t('Step {0} of {1}', titles.length + 1, plainText(milestone)),
    placeholder:
      titles.length === 0
        ? vscode.l10n.t('What is done first')
        : vscode.l10n.t('What is done next; empty if that is all'),
    problem: (text) =>
      titles.length === 0 && text.trim() === '' ? vscode.l10n.t('Write at least one step.') : undefined,
  });
  const isComplete = await askTexts(question(), async (text) => {
    if (text.trim() === '') return undefined;
    titles.push(text.trim());
    return question();
  });
  return isComplete ? titles : undefined;
}
