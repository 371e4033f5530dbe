/** Texts of the manifest that belong to no command and no setting. */

import { all, PLAN_HAS_DOC, planIs } from './when';

/** The name of the view with the plan. */
export const planName = 'Plan';

/** What the Plan view says where it has no rows. */
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
    text: 'This design doc has no plan yet. Give it the section that its template has for one, with a checklist: milestones first, then the steps of each as indented checkboxes. They appear here, ready to be ticked off.',
  },
  bullets: {
    when: planIs('bullets'),
    text: 'The plan of this design doc is a list of plain bullets. As checkboxes they can be ticked off here.\n[Turn the Bullets into Checkboxes](command:designDocs.makeChecklist)',
  },
};

/** What does not work in Restricted Mode; settings say it by `restricted`. */
export const trust =
  'In Restricted Mode, git is asked neither for the author nor for changed files, no agent is started in a terminal, and no MCP server is offered.';
