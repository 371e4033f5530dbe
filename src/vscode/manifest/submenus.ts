/** The submenus "Design Docs". Their entries are menus of commands. */

import type { MenuPlace } from './places';
import { all, DOC_IS_ACTIVE, DOC_IS_RESOURCE, FOLDER_HAS_DOCS } from './when';

/** A submenu, and where it appears. */
interface Submenu {
  readonly id: MenuPlace['menu'];
  readonly label: string;
  readonly places: readonly MenuPlace[];
}

/** All submenus. */
export const submenus: Readonly<Record<string, Submenu>> = {
  editor: {
    id: 'designDocs.editor',
    label: 'Design Docs',
    places: [
      { menu: 'editor/context', group: '1_modification@9', when: all(DOC_IS_ACTIVE, 'editorTextFocus') },
      {
        menu: 'editor/title',
        group: '9_designDocs@1',
        when: all(DOC_IS_ACTIVE, 'resourceLangId == markdown'),
      },
    ],
  },
  explorer: {
    id: 'designDocs.explorer',
    label: 'Design Docs',
    places: [
      { menu: 'explorer/context', group: '4_designDocs@1', when: `${DOC_IS_RESOURCE} || ${FOLDER_HAS_DOCS}` },
    ],
  },
};
