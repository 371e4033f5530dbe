/** The author and the date: what is filled in where a document or a template asks for it. */

import { UserError } from '../core/errors';
import { isOneLineName } from '../core/template/naming';
import { userName } from './git';
import type { Workspace } from './workspace';

/** The author and the date to fill in, where somebody says so. */
export interface Wishes {
  readonly author?: string | undefined;
  readonly date?: string | undefined;
}

export interface Values {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly author?: string | undefined;
}

/**
 * The date and the author: as wished, else as configured, else the clock's and git's, which are asked only if somebody
 * wants to know, and once: the first look at a calendar takes Node longer than most documents do. Throws a `UserError`
 * for what is no date or no name.
 */
export function valuesOf({ author: wished, date }: Wishes, workspace: Workspace): Values {
  if (wished !== undefined && !isOneLineName(wished)) {
    throw new UserError('bad-author', 'An author is a name on one line, of at most 200 characters.');
  }
  const named = wished?.trim() || workspace.config.author;
  let today = date === undefined ? undefined : checkedDate(date);
  let asked: { readonly author: string | undefined } | undefined;
  return {
    get today() {
      today ??= dateText(new Date());
      return today;
    },
    get author() {
      asked ??= { author: named || userName(workspace.root) };
      return asked.author;
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

/** The date on the wall where the author sits, not in Greenwich. */
function dateText(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
