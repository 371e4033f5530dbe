/** A command in the manifest, and where it appears: menus and keybindings. */

import type { RowTest } from './when';
import {
  all,
  DOC_IS_RESOURCE,
  DOCUMENTS_VIEW,
  FOLDER_HAS_DOCS,
  PLAN_VIEW,
  ROWS_HAVE_FOCUS,
  rowIs,
  threadIs,
} from './when';

/** A menu entry. VS Code sorts a menu by group: `1_go@2` is the second entry of the group `1_go`. */
export interface MenuPlace {
  readonly menu:
    | 'file/newFile'
    | 'view/title'
    | 'view/item/context'
    | 'editor/context'
    | 'editor/title'
    | 'explorer/context'
    | 'designDocs.editor'
    | 'designDocs.explorer'
    | 'comments/commentThread/title'
    | 'comments/commentThread/context';
  readonly group?: string;
  readonly when?: string;
}

/** A keyboard shortcut of a command. */
export interface Keybinding {
  /** As VS Code writes it; on macOS, Ctrl becomes Cmd. Alt with a letter types a character there. */
  readonly key: string;
  readonly when: string;
  /** The key selects the focused row first, since VS Code tells extensions the selection but not the focus. */
  readonly selectsRow?: true;
  /** If several rows are selected, they stay so, and the command acts on all of them. */
  readonly keepsRows?: true;
}

/** A command in the manifest. */
export interface CommandEntry {
  readonly title: string;
  /** The name of a product icon. */
  readonly icon?: string;
  /** The `when` clause in the command palette; without it, the palette always lists the command. */
  readonly palette?: string;
  readonly menus?: readonly MenuPlace[];
  readonly key?: Keybinding;
}

/** The palette's clause of a command that needs its row. */
export const NEVER = 'false';

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

/** An entry in the submenu of the editor's menus; with clauses, only where they hold. */
export function editorMenu(group: string, ...when: readonly string[]): MenuPlace {
  return { menu: 'designDocs.editor', group, ...(when.length > 0 && { when: all(...when) }) };
}

/** An entry in the submenu of the Explorer's menu, for a design doc or for a folder that has some. */
export function explorerMenu(group: string, of: 'document' | 'folder'): MenuPlace {
  return { menu: 'designDocs.explorer', group, when: of === 'document' ? DOC_IS_RESOURCE : FOLDER_HAS_DOCS };
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
export function rowKey(key: string, several?: 'several'): Keybinding {
  return { key, when: ROWS_HAVE_FOCUS, selectsRow: true, ...(several && { keepsRows: true }) };
}
