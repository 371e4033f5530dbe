/** Renders the next step as a prompt for a person or a coding agent: bounded in length, the document quoted as data. */

import type { Analysis } from '../analysis/analyze';
import { visibleLines } from '../document/quote';
import type { Refusal } from '../plan/change';
import { idleText } from '../plan/idle';
import { ownLines } from '../plan/items';
import type { Origin } from './command';
import { commentParts } from './comments';
import type { Pack } from './pack';
import { pack } from './pack';
import { linkParts, milestoneParts, relevantParts, sectionParts, stepParts, verifyParts } from './parts';
import { contextOf } from './sections';

import { headText, reportText } from './text';

/** Options of a hand-off. */
export interface HandOffOptions extends Origin {
  /** The maximum number of characters of the text. */
  readonly limit: number;
}

/**
 * Renders the next step with the document's goals, its milestone, its verification and relevant sections. Refuses if
 * nothing is next, or if not even the step fits; the refusal then has the smallest limit that works.
 */
export function handOff(analysis: Analysis, options: HandOffOptions): Pack | Refusal {
  const { document, plan, next } = analysis;
  if (!next) return { refused: idleText(analysis) };
  const lines = visibleLines(document);
  const tasks = next.step ? [next.milestone, next.step] : [next.milestone];
  const subject = {
    lines: new Set(tasks.flatMap((task) => Object.values(ownLines(document, task)).flat())),
    text: tasks.map(({ text }) => text).join('\n'),
  };
  const source = { document, lines, path: options.path, context: contextOf(analysis, lines, subject) };
  const parts = [
    { text: headText(options, next, plan) },
    ...sectionParts(source, 'goals'),
    ...sectionParts(source, 'nonGoals'),
    ...milestoneParts(source, next),
    ...stepParts(source, next),
    ...verifyParts(next),
    ...sectionParts(source, 'security'),
    ...relevantParts(source),
    ...commentParts(source, subject.lines, options),
    ...linkParts(source, subject.lines),
    { text: reportText(options, next) },
  ];
  return pack(parts, options.limit);
}
