/** Resolves a request to its context: everything that is known before a document is read. */

import type { Baseline } from '../../core/baseline/baseline';
import type { TemplateFile } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import { branchFiles } from '../git/defaultBranch';
import { baselineFile, openBaseline } from '../workspace/baseline';
import { defaultsOf } from '../workspace/defaults';
import { discoverFiles } from '../workspace/discovery';
import type { Request } from '../workspace/request';
import { templateFiles } from '../workspace/templateFiles';
import type { Target, Workspace } from '../workspace/workspace';
import { findTargets, insidePath, openWorkspace, workspacePath } from '../workspace/workspace';
import type { FileQueries } from './fileQueries';
import { openFileQueries } from './fileQueries';

/** A resolved request. */
export interface Context {
  readonly workspace: Workspace;
  readonly targets: readonly Target[];
  readonly templates: readonly TemplateFile[];
  readonly queries: FileQueries;
  readonly baseline: Baseline;
}

/**
 * Resolves a request for the given paths. An empty list means the workspace. Throws a `UserError` for invalid input.
 */
export async function openContext(request: Request, paths: readonly string[]): Promise<Context> {
  const { cwd, note, config, build, progress } = request;
  const workspace = openWorkspace(cwd, note, config);
  const baseline = openBaseline(baselineFile(workspace.root, workspace.config, request));
  const found = await discoverFiles(workspace, build, progress);
  const candidates = findTargets(workspace, found.documents, paths, note);
  const templates = templateFiles(
    workspace,
    found.templates,
    candidates.map((target) => target.path),
  );
  // A template is a document only if it is named.
  const templatePaths = new Set(templates.map((file) => file.path));
  const targets = candidates.filter(
    ({ named, path: file }) => named || !templatePaths.has(workspacePath(workspace, file)),
  );
  const inside = targets.flatMap((target) => insidePath(workspace, target.path) ?? []);
  const queries = openFileQueries(workspace.root, defaultsOf(request, workspace), () =>
    branchFiles(workspace.root, inside),
  );
  return { workspace, targets, templates, queries, baseline };
}

/**
 * Calls `read`, and returns undefined if it throws a `UserError`, which is reported.
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
    else note(`note: skipped: ${error.message}`);
    return undefined;
  }
}
