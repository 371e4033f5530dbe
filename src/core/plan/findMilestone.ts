/** Which milestone a person means by a few words. */

import { nameWords } from '../names';
import { shorten } from '../shorten';
import type { Refusal } from './change';
import { readLabel } from './labels';
import type { Milestone, Plan } from './plan';

/**
 * The milestone that is meant by a number, its label's or its line's (from 1), or by words of its title. Refused, with
 * the milestones that there are, if it is none or could be several.
 */
export function findMilestone({ milestones }: Plan, words: string): Milestone | Refusal {
  const found = /^\d+$/.test(words.trim())
    ? byNumber(milestones, Number(words))
    : byTitle(milestones, nameWords(words));
  const [only, another] = found;
  if (only && !another) return only;
  if (milestones.length === 0)
    return { refused: 'The document has no plan. Give it one with a checklist of milestones.' };
  const problem = only ? `Several milestones are meant by "${words}"` : `No milestone is meant by "${words}"`;
  const list = (only ? found : milestones).map(
    ({ title, line }) => `line ${line + 1} "${shorten(title, 60)}"`,
  );
  const more = list.length > 20 ? ', …' : '';
  return { refused: `${problem}. Name one of these by its line: ${list.slice(0, 20).join(', ')}${more}.` };
}

function byNumber(milestones: readonly Milestone[], number: number): Milestone[] {
  return milestones.filter(({ title, line }) => line === number - 1 || readLabel(title)?.number === number);
}

/** A title that is just these words is meant before one that holds them. */
function byTitle(milestones: readonly Milestone[], words: readonly string[]): Milestone[] {
  const wanted = ` ${words.join(' ')} `;
  if (wanted.trim() === '') return [];
  const named = milestones.map((milestone) => ({
    milestone,
    name: ` ${nameWords(milestone.title).join(' ')} `,
  }));
  const exact = named.filter(({ name }) => name === wanted);
  return (exact.length > 0 ? exact : named.filter(({ name }) => name.includes(wanted))).map(
    ({ milestone }) => milestone,
  );
}
