/** Which milestone a person means by a few words. */

import { nameWords } from '../text/names';
import { shorten } from '../text/shorten';
import type { Refusal } from './change';
import { readLabel } from './labels';
import type { Milestone, Plan } from './plan';

const MOST_LISTED = 20;

/**
 * The milestone that is meant by a number, its label's or its line's (from 1), by "line" and a number, or by words of
 * its title. Refused, with the milestones that there are, if it is none or could be several.
 */
export function findMilestone({ milestones }: Plan, words: string): Milestone | Refusal {
  const found = meant(milestones, words.trim());
  const [only, another] = found;
  if (only && !another) return only;
  if (milestones.length === 0) {
    return { refused: 'The document has no plan. Give it one with a checklist of milestones.' };
  }
  return only
    ? { refused: `Several milestones are meant by "${words}". Say which of these: ${listed(found)}.` }
    : { refused: `No milestone is meant by "${words}". Say which of these: ${listed(milestones)}.` };
}

function meant(milestones: readonly Milestone[], words: string): readonly Milestone[] {
  const [, place, digits] = /^(line *)?(\d+)$/i.exec(words) ?? [];
  if (digits === undefined) return byTitle(milestones, nameWords(words));
  const number = Number(digits);
  return milestones.filter(
    ({ title, line }) => line === number - 1 || (place === undefined && readLabel(title)?.number === number),
  );
}

/** A title that is just these words is meant before one that holds them. */
function byTitle(milestones: readonly Milestone[], words: readonly string[]): readonly Milestone[] {
  if (words.length === 0) return [];
  const wanted = ` ${words.join(' ')} `;
  const nameOf = ({ title }: Milestone): string => ` ${nameWords(title).join(' ')} `;
  const exact = milestones.filter((milestone) => nameOf(milestone) === wanted);
  return exact.length > 0 ? exact : milestones.filter((milestone) => nameOf(milestone).includes(wanted));
}

function listed(milestones: readonly Milestone[]): string {
  const lines = milestones.map(({ title, line }) => `line ${line + 1} "${shorten(title, 60)}"`);
  const more = lines.length > MOST_LISTED ? ', …' : '';
  return lines.slice(0, MOST_LISTED).join(', ') + more;
}
