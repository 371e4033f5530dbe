/** What `when` clauses of the manifest can ask: context keys, the view, and the words that a row of the plan has. */

/** The view with the plan of a design doc. */
export const PLAN_VIEW = 'designDocs.plan';

/** Every context key that the extension sets. */
export type ContextKey =
  | 'designDocs.active'
  | 'designDocs.plan'
  | 'designDocs.planPinned'
  | 'designDocs.planHidesDone';

/** What the document in the Plan view has: a plan, a plan of plain bullets, or none. It is the value of `designDocs.plan`. */
export type PlanState = 'rows' | 'bullets' | 'empty';

/** What is said of a row in its `contextValue`; `top` is the row that says what is next. */
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
  | 'top';

export type RowTest = RowWord | `!${RowWord}` | `${RowWord}|${RowWord}`;

/** The active document is a design doc. */
export const DOC_IS_ACTIVE: ContextKey = 'designDocs.active';
/** The Plan view shows a design doc, with a plan or without. */
export const PLAN_HAS_DOC: ContextKey = 'designDocs.plan';
export const PLAN_IS_PINNED: ContextKey = 'designDocs.planPinned';
export const PLAN_HIDES_DONE: ContextKey = 'designDocs.planHidesDone';
/** The keyboard is in the rows of the Plan view. */
export const ROWS_HAVE_FOCUS = `focusedView == ${PLAN_VIEW} && listFocus && !inputFocus`;

/** The Plan view shows a document with such a plan. */
export function planIs(state: PlanState): string {
  return `${PLAN_HAS_DOC} == '${state}'`;
}

/** All of the clauses hold. */
export function all(...clauses: readonly string[]): string {
  return clauses.join(' && ');
}

/** The menu is that of a row of which all is true: `rowIs('step', '!done')`. */
export function rowIs(...tests: readonly RowTest[]): string {
  return all(`view == ${PLAN_VIEW}`, ...tests.map(rowClause));
}

function rowClause(test: RowTest): string {
  const words = test.replace('!', '');
  const clause = `viewItem =~ /\\b${words.includes('|') ? `(${words})` : words}\\b/`;
  return test.startsWith('!') ? `!(${clause})` : clause;
}
