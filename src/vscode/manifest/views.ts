/** Texts of the manifest other than those of commands and settings. */

import { all, PLAN_HAS_DOC, planIs } from './when';

/** The name of the Plan view. */
export const planName = 'Plan';

/** The welcome texts of the Plan view, shown when it has no rows; each with its `when` clause. */
export const welcome: Readonly<Record<string, { readonly when: string; readonly text: string }>> = {
  noFolder: {
    when: all('workspaceFolderCount == 0', `!${PLAN_HAS_DOC}`),
    text: 'Open a folder to keep design docs in.\n[Open Folder](command:vscode.openFolder)',
  },
  noDoc: {
    when: all('workspaceFolderCount != 0', `!${PLAN_HAS_DOC}`),
    text: 'The plan of the design doc that you work on appears here, ready to be ticked off.\n[New Design Doc](command:designDocs.newDesignDoc)',
  },
  noPlan: {
    when: planIs('empty'),
    text: 'This design doc has no plan yet. Add the plan section of its template with a checklist: one checkbox per milestone, and its steps as indented checkboxes below it. They appear here, ready to be ticked off.',
  },
  bullets: {
    when: planIs('bullets'),
    text: 'The plan of this design doc is a list of plain bullets. Turn them into checkboxes to tick them off here.\n[Turn the Bullets into Checkboxes](command:designDocs.makeChecklist)',
  },
};

/** What Restricted Mode disables, besides the settings marked `restricted`. */
export const trust =
  'In Restricted Mode, the extension does not run git to find the author or changed files, starts no agent in a terminal, and offers no MCP server.';
