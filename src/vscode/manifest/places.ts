/** Where a command appears: menus and keybindings of the manifest. */

import type { RowTest } from './when';
import { all, DOCUMENTS_VIEW, PLAN_VIEW, ROWS_HAVE_FOCUS, rowIs, threadIs } from './when';

/** A menu entry. VS Code sorts a menu by group: `1_go@2` is the second entry of the group `1_go`. */
export interface MenuPlace {
  readonly menu:
    | 'file/newFile'
    | 'view/title'
    | 'view/item/context'
    | 'editor/context'
    | 'comments/commentThread/title'
    | 'comments/commentThread/context';
  readonly group?: string;
  readonly when?: string;
}

/** A keyboard shortcut of a command. */
export interface Keybinding {
  readonly key: string;
  readonly when: string;
  /** The key selects the focused row first, since VS Code tells extensions the selection but not the focus. */
  readonly selectsRow?: true;
}

/** An entry in the title bar of the Plan view. The group `navigation` shows icons. */
export function planTitle(group: string, ...when: readonly string[]): MenuPlace {
  return { menu: 'view/title', group, when: all(`view == ${PLAN_VIEW}`, ...when) };
}

/** An entry in the title bar of the Documents view. */
export function documentsTitle(group: string, ...when: readonly string[]): MenuPlace {
  return { menu: 'view/title', group, when: all(`view == ${DOCUMENTS_VIEW}`, ...when) };
}

/** An entry in the menu of the documents in the Documents view; with `hasPlan`, of those with a plan. */
export function documentRow(group: string, hasPlan?: 'plan'): MenuPlace {
  const word = hasPlan ?? 'document';
  const when = all(`view == ${DOCUMENTS_VIEW}`, `viewItem =~ /\\b${word}\\b/`);
  return { menu: 'view/item/context', group, when };
}

/** An entry in the menu of the Plan view's rows that pass all tests. The group `inline` shows icons. */
export function row(group: string, ...tests: readonly RowTest[]): MenuPlace {
  return { menu: 'view/item/context', group, when: rowIs(...tests) };
}

/** A button below the text that the user writes in a comment thread. */
export function threadButton(group: string, state: 'open' | 'resolved'): MenuPlace {
  return { menu: 'comments/commentThread/context', group, when: threadIs(state) };
}

/** An icon in the title of a comment thread. */
export function threadTitle(group: string, state: 'open' | 'resolved'): MenuPlace {
  return { menu: 'comments/commentThread/title', group, when: threadIs(state) };
}

/** A keyboard shortcut for the focused row of the Plan view. */
export function rowKey(key: string): Keybinding {
  return { key, when: ROWS_HAVE_FOCUS, selectsRow: true };
}
