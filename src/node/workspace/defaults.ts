/** The default author and date for documents and templates. */

import { isOneLineName } from '../../core/folder/naming';
import type { RuleEnvironment } from '../../core/rules/rule';
import { UserError } from '../../core/text/userError';
import { userName } from '../git/git';
import type { Request } from './request';
import type { Workspace } from './workspace';

/** The author and the date to fill in. */
export type Defaults = Pick<RuleEnvironment, 'today' | 'author'>;

/**
 * The date and the author: the requested ones, or else the configured ones, or else today and git's user. Both are
 * lazy: the first use of a local date takes Node longer than most documents do. Throws a `UserError` for an invalid
 * date or name.
 */
export function defaultsOf(
  { author: requested, date }: Pick<Request, 'author' | 'date'>,
  workspace: Workspace,
): Defaults {
  if (requested !== undefined && !isOneLineName(requested)) {
    throw new UserError('bad-author', 'An author is a name on one line, of at most 200 characters.');
  }
  const named = requested?.trim() || workspace.config.author;
  let today = date === undefined ? undefined : checkedDate(date);
  let found: { readonly author: string | undefined } | undefined;
  return {
    get today() {
      today ??= dateText(new Date());
      return today;
    },
    get author() {
      found ??= { author: named || userName(workspace.root) };
      return found.author;
    },
  };
}

function checkedDate(text: string): string {
  const [year, month, day] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').map(Number) : [];
  const date = new Date(year ?? Number.NaN, (month ?? 0) - 1, day);
  if (Number.isNaN(date.getTime()) || dateText(date) !== text) {
    throw new UserError('not-a-date', `"${text}" is no date. Write it as YYYY-MM-DD.`);
  }
  return text;
}

/** The local date, as `YYYY-MM-DD`. */
function dateText(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
