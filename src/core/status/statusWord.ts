/** The words to write for a stage. What is written must be read as that stage again. */

import type { Template } from '../template/template';
import { withoutRemark } from './reviewStatus';
import { stageOfStatus } from './stage';
import { statusValues } from './statusValues';
import type { Stage, StatusWords } from './statusWords';
import { stageOfWords, usualWord } from './statusWords';

/** A word for a document that is being carried out. */
export interface ProgressWord {
  readonly word: string;
  /** True if the template lists the word; otherwise it is the usual one, and the team may use another. */
  readonly isListed: boolean;
}

/** The capitalized word for a stage: the template's if it lists one, else the first one in the vocabulary. */
export function statusWord(template: Template, stage: 'draft' | 'finished'): string {
  const listed = statusValues(template).find((value) => stageOfWords(value) === stage);
  return capitalized(listed === undefined ? usualWord(stage) : withoutRemark(listed));
}

/**
 * The capitalized word for a document that is in progress: the template's if it lists one, else the usual word; undefined
 * if both mean another stage in documents of the template. A decision may be their end: "Draft | Accepted".
 */
export function progressWord(template: Template, statuses: StatusWords = {}): ProgressWord | undefined {
  const isProgress = (word: string): boolean => isInProgress(stageOfStatus(word, template, statuses));
  const listed = statusValues(template)
    .filter((value) => isInProgress(stageOfWords(value, statuses)))
    .map((value) => capitalized(withoutRemark(value)))
    .find(isProgress);
  if (listed !== undefined) return { word: listed, isListed: true };
  const usual = capitalized(usualWord('progress'));
  return isProgress(usual) ? { word: usual, isListed: false } : undefined;
}

/** A word for each stage in the life of a document of the template, in their order. */
export function stageWords(template: Template, statuses?: StatusWords): string[] {
  const progress = progressWord(template, statuses)?.word;
  return [statusWord(template, 'draft'), progress ?? '', statusWord(template, 'finished')].filter(Boolean);
}

function isInProgress(stage: Stage | undefined): boolean {
  return stage === 'progress';
}

function capitalized(word: string): string {
  return word.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}
