/** Where to look, and what is there: everything that is known before a document is read. */

import { UserError } from '../core/errors';
import type { TemplateFile } from '../core/template/templateSet';
import type { Around } from './around';
import { lookAround } from './around';
import { templateFiles } from './templateFiles';
import type { Values, Wishes } from './values';
import { valuesOf } from './values';
import type { Note, Target, Workspace } from './workspace';
import { findTargets, openWorkspace, slashed } from './workspace';

/** Where to look, and what the answers are to go by where it is not the usual. */
export interface Request extends Wishes {
  /** Paths are read and shown from here. */
  readonly cwd: string;
  /** Takes what is worth a line beside the result. */
  readonly note: Note;
  /** Reports a failure on a file that was named. Defaults to `note`. */
  readonly fail?: Note | undefined;
  readonly template?: string | undefined;
  readonly config?: string | undefined;
}

export interface Scene {
  readonly workspace: Workspace;
  readonly targets: readonly Target[];
  readonly templates: readonly TemplateFile[];
  readonly values: Values;
  readonly around: Around;
}

/** Finds what the paths stand for; no path stands for the workspace. */
export async function openScene(request: Request, paths: readonly string[]): Promise<Scene> {
  const { cwd, note, config } = request;
  const workspace = openWorkspace(cwd, note, config);
  const found = findTargets(workspace, paths, note);
  const sure = found.filter(({ byTitle }) => !byTitle).map((target) => target.path);
  const templates = templateFiles(workspace, sure);
  const values = valuesOf(request, workspace);
  // A template is a document only for somebody who insists.
  const taken = new Set(templates.map((file) => file.path));
  const targets = found.filter((target) => target.named || !taken.has(slashed(target.path)));
  return { workspace, targets, templates, values, around: lookAround(workspace.root, values) };
}

/** False if the file turns out to be no design doc, and was not named as one either. */
export function isMeant(target: Target, { bound, titled }: { bound: boolean; titled: boolean }): boolean {
  return target.named || (bound && (titled || !target.byTitle));
}

/** Any Markdown file of a repository may be unreadable; only named ones are reported. */
export function ifReadable<T>(target: Target, { note, fail = note }: Request, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (target.named) fail(`skipped: ${error.message}`);
    else if (!target.byTitle) note(`note: skipped: ${error.message}`);
    return undefined;
  }
}
