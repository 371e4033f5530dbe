/** Where a command appears: the menus and the keys of the manifest. */

import type { RowTest } from './when';
import { all, PLAN_VIEW, ROWS_HAVE_FOCUS, rowIs } from './when';

/** An entry in a menu. VS Code sorts a menu by its groups: `1_go@2` is the second entry of the group `1_go`. */
export interface MenuPlace {
  readonly menu: 'file/newFile' | 'view/title' | 'view/item/context';
  readonly group?: string;
  readonly when?: string;
}

export interface Keybinding {
  readonly key: string;
  readonly when: string;
  /** The key acts on the row that has the focus, which it selects first: the focus alone is unknown to extensions. */
  readonly selectsRow?: true;
}

/** The title bar of the Plan view: its icons are the group `navigation`. */
export function planTitle(group: string, ...when: readonly string[]): MenuPlace {
  return { menu: 'view/title', group, when: all(`view == ${PLAN_VIEW}`, ...when) };
}

/** The menu of a row of the Plan view: its icons are the group `inline`. */
export function row(group: string, ...tests: readonly RowTest[]): MenuPlace {
  return { menu: 'view/item/context', group, when: rowIs(...tests) };
}

/** A key in the rows of the Plan view. */
export function rowKey(key: string): Keybinding {
  return { key, when: ROWS_HAVE_FOCUS, selectsRow: true };
}
