/** Texts of the manifest other than those of commands and settings. */

import { all, DOCUMENTS_VIEW, documentsAre, PLAN_HAS_DOC, PLAN_VIEW, planIs } from './when';

/** A view in the manifest. */
interface ViewEntry {
  readonly id: string;
  readonly name: string;
  readonly when?: string;
  /** The share of the container's height that the view has at first. */
  readonly initialSize: number;
}

/** The views of the container, from top to bottom. */
export const views: Readonly<Record<string, ViewEntry>> = {
  documents: {
    id: DOCUMENTS_VIEW,
    name: 'Documents',
    when: 'workspaceFolderCount != 0',
    initialSize: 1,
  },
  plan: { id: PLAN_VIEW, name: 'Plan', initialSize: 2 },
};

/** A text that a view shows when it has no rows. */
interface WelcomeEntry {
  readonly view: string;
  readonly when: string;
  readonly text: string;
}

/** All welcome texts. */
export const welcome: Readonly<Record<string, WelcomeEntry>> = {
  noDocuments: {
    view: DOCUMENTS_VIEW,
    when: documentsAre('none'),
    text: 'This folder has no design docs yet.\n[New Design Doc](command:designDocs.newDesignDoc)\nIs the template of your team not found? [Say where it is](command:designDocs.setUp). You can also [try on a sample](command:designDocs.trySample) or [see how it works](command:designDocs.openWalkthrough).',
  },
  filteredDocuments: {
    view: DOCUMENTS_VIEW,
    when: documentsAre('filtered'),
    text: 'The filter leaves out all design docs.\n[Filter Documents](command:designDocs.filterDocuments)',
  },
  noFolder: {
    view: PLAN_VIEW,
    when: all('workspaceFolderCount == 0', `!${PLAN_HAS_DOC}`),
    text: 'Open a folder to keep design docs in.\n[Open Folder](command:vscode.openFolder)\nWithout a folder, you can [try on a sample](command:designDocs.trySample) or [see how it works](command:designDocs.openWalkthrough).',
  },
  noDoc: {
    view: PLAN_VIEW,
    when: all('workspaceFolderCount != 0', `!${PLAN_HAS_DOC}`, `!(${documentsAre('none')})`),
    text: 'Open a design doc to see its plan here, and to tick off its steps.\n[Open Design Doc](command:designDocs.openDesignDoc)\nYou can also [write a new one](command:designDocs.newDesignDoc).',
  },
  noDocYet: {
    view: PLAN_VIEW,
    when: all('workspaceFolderCount != 0', `!${PLAN_HAS_DOC}`, documentsAre('none')),
    text: 'The plan of your design doc appears here, with a box to tick for each step.\n[New Design Doc](command:designDocs.newDesignDoc)\nYou can also [try on a sample](command:designDocs.trySample).',
  },
  noPlan: {
    view: PLAN_VIEW,
    when: planIs('empty'),
    text: 'This design doc has no plan yet. Add the plan section of its template with a checklist: one checkbox per milestone, and its steps as indented checkboxes below it. They appear here, ready to be ticked off.',
  },
  bullets: {
    view: PLAN_VIEW,
    when: planIs('bullets'),
    text: 'The plan of this design doc is a list of plain bullets. Turn them into checkboxes to tick them off here.\n[Turn the Bullets into Checkboxes](command:designDocs.makeChecklist)',
  },
};

/** What a task in `tasks.json` may say. */
export const taskArguments =
  'More arguments of the check, such as `--changed` or `--fail-on=hint`. Without them, all design docs of the folder are checked.';

/** What Restricted Mode disables, besides the settings marked `restricted`. */
export const trust =
  'In Restricted Mode, the extension does not run git to find the author or changed files, starts no agent in a terminal, and offers no MCP server.';

/** What VS Code's Markdown preview takes from the extension: its plug-in, and the styles of what that shows. */
export const markdownPreview = {
  'markdown.markdownItPlugins': true,
  'markdown.previewStyles': ['media/preview.css'],
};
