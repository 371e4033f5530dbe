/** Resolves a request to its context: everything that is known before a document is read. */

import type { TemplateFile } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import { defaultsOf } from '../workspace/defaults';
import type { Request } from '../workspace/request';
import { templateFiles } from '../workspace/templateFiles';
import type { Target, Workspace } from '../workspace/workspace';
import { findTargets, openWorkspace, slashed } from '../workspace/workspace';
import type { FileQueries } from './fileQueries';
import { openFileQueries } from './fileQueries';

/** A resolved request. */
export interface Context {
  readonly workspace: Workspace;
  readonly targets: readonly Target[];
  readonly templates: readonly TemplateFile[];
  readonly queries: FileQueries;
}

/**
 * Resolves a request for the given paths. An empty list means the workspace. Throws a `UserError` for invalid input.
 */
export async function openContext(request: Request, paths: readonly string[]): Promise<Context> {
  const { cwd, note, config } = request;
  const workspace = openWorkspace(cwd, note, config);
  const found = findTargets(workspace, paths, note);
  const certain = found.filter(({ byTitle }) => !byTitle).map((target) => target.path);
  const templates = templateFiles(workspace, certain);
  // A template is a document only if it is named.
  const templatePaths = new Set(templates.map((file) => file.path));
  const targets = found.filter((target) => target.named || !templatePaths.has(slashed(target.path)));
  const queries = openFileQueries(workspace.root, defaultsOf(request, workspace));
  return { workspace, targets, templates, queries };
}

/** True if the file is a design doc or was named by the user. */
export function isIncluded(target: Target, { bound, titled }: { bound: boolean; titled: boolean }): boolean {
  return target.named || (bound && (titled || !target.byTitle));
}

/**
 * Calls `read`, and returns undefined if it throws a `UserError`. Reports the error, unless only the file's title could
 * make it a design doc: then it is probably none.
 */
export async function readOrNote<T>(
  target: Target,
  { note, fail = note }: Request,
  read: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (target.named) fail(`skipped: ${error.message}`);
    else if (!target.byTitle) note(`note: skipped: ${error.message}`);
    return undefined;
  }
}
