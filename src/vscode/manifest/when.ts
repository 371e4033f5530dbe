/** The vocabulary of the manifest's `when` clauses: context keys, the Plan view, and the context words of its rows. */

/** The id of the Plan view. */
export const PLAN_VIEW = 'designDocs.plan';

/** The id of the Documents view. */
export const DOCUMENTS_VIEW = 'designDocs.documents';

/** The id of the comment controller. */
export const COMMENT_CONTROLLER = 'designDocs';

/** Every context key that the extension sets. */
export type ContextKey =
  | 'designDocs.active'
  | 'designDocs.plan'
  | 'designDocs.planPinned'
  | 'designDocs.planHidesDone'
  | 'designDocs.documents'
  | 'designDocs.changeReported'
  | 'designDocs.files'
  | 'designDocs.folders'
  | 'designDocs.cursor';

/** The value of `designDocs.documents`: the workspace has design docs, has none, or all are filtered out. */
export type DocumentsState = 'some' | 'none' | 'filtered';

/** The value of `designDocs.plan`: the document in the Plan view has a plan, a plan of plain bullets, or none. */
export type PlanState = 'rows' | 'bullets' | 'empty';

/** A word in the `contextValue` of a row; `top` marks the first row, which shows the next step. */
export type RowWord =
  | 'milestone'
  | 'step'
  | 'done'
  | 'unstarted'
  | 'parent'
  | 'box'
  | 'next'
  | 'contradicted'
  | 'finding'
  | 'comment'
  | 'review'
  | 'ready'
  | 'findings'
  | 'item'
  | 'fixable'
  | 'open'
  | 'more'
  | 'top';

/** A test of a row's words: the row has the word, does not have it, or has one of the two. */
export type RowTest = RowWord | `!${RowWord}` | `${RowWord}|${RowWord}`;

/** Set if the active document is a design doc. */
export const DOC_IS_ACTIVE: ContextKey = 'designDocs.active';
/** Set if a change of the active document by another program is reported. */
export const CHANGE_IS_REPORTED: ContextKey = 'designDocs.changeReported';
/** Set if the line of the cursor is a milestone or step of a plan, to which of them. */
const CURSOR: ContextKey = 'designDocs.cursor';
/** The file of an Explorer's menu is a design doc. */
export const DOC_IS_RESOURCE = 'resourcePath in designDocs.files';
/** The folder of an Explorer's menu has design docs. */
export const FOLDER_HAS_DOCS = 'resourcePath in designDocs.folders';
/** Set if the Plan view shows a design doc, with or without a plan. */
export const PLAN_HAS_DOC: ContextKey = 'designDocs.plan';
/** A design doc is active, or in the Plan view. */
export const HAS_DOC = `${DOC_IS_ACTIVE} || ${PLAN_HAS_DOC}`;
/** A folder is open. */
export const HAS_FOLDER = 'workspaceFolderCount != 0';
/** Set if the Plan view stays on its document. */
export const PLAN_IS_PINNED: ContextKey = 'designDocs.planPinned';
/** Set if the Plan view hides completed rows. */
export const PLAN_HIDES_DONE: ContextKey = 'designDocs.planHidesDone';
/** True while a row of the Plan view has the keyboard focus. */
export const ROWS_HAVE_FOCUS = `focusedView == ${PLAN_VIEW} && listFocus && !inputFocus`;

/** The value of `designDocs.cursor`. */
export type CursorPlace = 'milestone' | 'step';

/** A clause: the cursor is on a milestone, or on a step. */
export function cursorIsOn(place: CursorPlace): string {
  return `${CURSOR} == '${place}'`;
}

/** A clause: the document in the Plan view has this plan state. */
export function planIs(state: PlanState): string {
  return `${PLAN_HAS_DOC} == '${state}'`;
}

/** A clause: the Documents view has this state. */
export function documentsAre(state: DocumentsState): string {
  return `designDocs.documents == '${state}'`;
}

/** A clause: the menu is that of a comment thread of ours whose comment has this state. */
export function threadIs(state: 'open' | 'resolved'): string {
  return all(`commentController == ${COMMENT_CONTROLLER}`, `commentThread =~ /^${state} /`);
}

/** The conjunction of the clauses. */
export function all(...clauses: readonly string[]): string {
  return clauses.join(' && ');
}

/** A clause for the menu of Plan view rows that pass all tests, such as `rowIs('step', '!done')`. */
export function rowIs(...tests: readonly RowTest[]): string {
  return all(`view == ${PLAN_VIEW}`, ...tests.map(rowClause));
}

function rowClause(test: RowTest): string {
  const words = test.replace('!', '');
  const clause = `viewItem =~ /\\b${words.includes('|') ? `(${words})` : words}\\b/`;
  return test.startsWith('!') ? `!(${clause})` : clause;
}
