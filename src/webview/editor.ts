/** What the page has of the editor: a way to send messages, and a state that survives while the page is hidden. */

import type { Sorting } from '../core/progress/sort';

/** The choices of the user. */
interface PageState {
  readonly sorting?: Sorting;
  /** The path of the document whose plan is shown. */
  readonly path?: string;
}

interface Editor {
  postMessage(message: unknown): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Editor;

/** The editor. VS Code gives it once. */
export const editor = acquireVsCodeApi();

/** The choices that were saved last. */
export function readState(): PageState {
  return editor.getState() ?? {};
}

/** Saves the choices of the user. */
export function saveState(state: PageState): void {
  editor.setState(state);
}
