/** The next step as a text that a person or a coding agent can work from: bounded, and quoted as data. */

import type { Analysis } from '../analysis/analyze';
import { visibleLines } from '../document/quote';
import type { Refusal } from '../plan/change';
import { ownLines } from '../plan/items';
import type { Pack } from './pack';
import { pack } from './pack';
import { linkParts, milestoneParts, relevantParts, sectionParts, stepParts, verifyParts } from './parts';
import { contextOf } from './sections';
import type { Origin } from './text';
import { headText, reportText } from './text';

export interface HandOffOptions extends Origin {
  /** How many characters the text may have. */
  readonly limit: number;
}

/**
 * Hands over what is next: what the document is after, the milestone, the step, what verifies it, and what is near. A
 * refusal if nothing is next, or if not even the step itself fits; that one names the limit that works.
 */
export function handOff(analysis: Analysis, options: HandOffOptions): Pack | Refusal {
  const { document, plan, next } = analysis;
  if (!next) {
    const none = plan.milestones.length === 0;
    return { refused: none ? 'The document has no plan.' : 'Nothing is left to do in this plan.' };
  }
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
    ...linkParts(source, subject.lines),
    { text: reportText(options, next) },
  ];
  return pack(parts, options.limit);
}
