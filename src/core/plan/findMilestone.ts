/** Finds the milestone that a user's words identify. */

import { say } from '../text/message';
import { nameWords } from '../text/names';
import { shorten } from '../text/shorten';
import type { Refusal } from './change';
import { readLabel } from './labels';
import type { Milestone, Plan } from './plan';

const MAX_LISTED = 20;

/**
 * The milestone with a number, in its label or as its line (from 1), with "line" and a number, or with the words in its
 * title. If none or several match, the refusal lists the candidates.
 */
export function findMilestone({ milestones }: Plan, words: string): Milestone | Refusal {
  const found = matching(milestones, words.trim());
  const [only, another] = found;
  if (only && !another) return only;
  if (milestones.length === 0) {
    return { refused: say`The document has no plan. Give it one with a checklist of milestones.` };
  }
  return only
    ? { refused: say`Several milestones match "${words}". Name one of these: ${listed(found)}.` }
    : { refused: say`No milestone matches "${words}". Name one of these: ${listed(milestones)}.` };
}

function matching(milestones: readonly Milestone[], words: string): readonly Milestone[] {
  const [, place, digits] = /^(line *)?(\d+)$/i.exec(words) ?? [];
  if (digits === undefined) return byTitle(milestones, nameWords(words));
  const number = Number(digits);
  return milestones.filter(
    ({ title, line }) => line === number - 1 || (place === undefined && readLabel(title)?.number === number),
  );
}

/** Titles that consist of these words win over titles that contain them. */
function byTitle(milestones: readonly Milestone[], words: readonly string[]): readonly Milestone[] {
  if (words.length === 0) return [];
  const wanted = ` ${words.join(' ')} `;
  const nameOf = ({ title }: Milestone): string => ` ${nameWords(title).join(' ')} `;
  const exact = milestones.filter((milestone) => nameOf(milestone) === wanted);
  return exact.length > 0 ? exact : milestones.filter((milestone) => nameOf(milestone).includes(wanted));
}

function listed(milestones: readonly Milestone[]): string {
  const lines = milestones.map(({ title, line }) => `line ${line + 1} "${shorten(title, 60)}"`);
  const more = lines.length > MAX_LISTED ? ', …' : '';
  return lines.slice(0, MAX_LISTED).join(', ') + more;
}
