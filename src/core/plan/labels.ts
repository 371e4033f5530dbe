/** Numbered labels of milestones and steps: "Milestone 2", "**Phase 1**", "M3", "Step 4". */

import { opensWithLetter } from '../text/unicode';
import vocabulary from '../vocabulary/vocabulary.json';

const MILESTONE = new RegExp(String.raw`^[*_\x60]*(${vocabulary.labels.join('|')})[ \t-]?\d+`, 'i');
const NUMBERED = new RegExp(
  String.raw`^([*_\x60]*)(${[...vocabulary.labels, ...vocabulary.stepLabels].join('|')})([ \t-]?)(\d{1,6})(?![\d.]*\d)`,
  'i',
);

/** The label word of a milestone ("Milestone 2", "**Phase 1**", "M3"), in lower case, or undefined. */
export function milestoneLabel(text: string): string | undefined {
  return MILESTONE.exec(text)?.[1]?.toLowerCase();
}

/** A label and its number at the start of a title. */
export interface MilestoneLabel {
  /** In lower case. */
  readonly word: string;
  readonly number: number;
  /** The offset of the number in the title. */
  readonly start: number;
  readonly end: number;
}

/** The label of a milestone or step, or undefined; "Phase 1.5" and "M2a" are not plain numbers and give none. */
export function readLabel(title: string): MilestoneLabel | undefined {
  const [, lead = '', word = '', gap = '', digits = ''] = NUMBERED.exec(title) ?? [];
  if (word === '') return undefined;
  const start = lead.length + word.length + gap.length;
  const end = start + digits.length;
  if (opensWithLetter(title.slice(end))) return undefined;
  return { word: word.toLowerCase(), number: Number(digits), start, end };
}

/** The text with the first number in it replaced: "Step 1: …" becomes "Step 3: …". */
export function numbered(text: string, number: number): string {
  return text.replace(/\d+/, String(number));
}

/** The title without its label, unless nothing else is left: "Step 3: Fail over" becomes "Fail over". */
export function withoutLabel(title: string): string {
  const label = readLabel(title);
  const rest = label && /^[*_`]*\s*[:：.)、–—-]\s*[*_`]*\s*(\S.*)$/u.exec(title.slice(label.end))?.[1];
  return rest ?? title;
}
