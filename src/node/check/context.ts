/** From a request to its context: everything that is known before a document is read. */

import type { TemplateFile } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import { defaultsOf } from '../workspace/defaults';
import type { Request } from '../workspace/request';
import { templateFiles } from '../workspace/templateFiles';
import type { Target, Workspace } from '../workspace/workspace';
import { findTargets, openWorkspace, slashed } from '../workspace/workspace';
import type { FileQueries } from './fileQueries';
import { openFileQueries } from './fileQueries';

/** What a request resolves to. */
export interface Context {
  readonly workspace: Workspace;
  readonly targets: readonly Target[];
  readonly templates: readonly TemplateFile[];
  readonly queries: FileQueries;
}

/** Finds what the paths stand for; no path stands for the workspace. */
export async function openContext(request: Request, paths: readonly string[]): Promise<Context> {
  const { cwd, note, config } = request;
  const workspace = openWorkspace(cwd, note, config);
  const found = findTargets(workspace, paths, note);
  const sure = found.filter(({ byTitle }) => !byTitle).map((target) => target.path);
  const templates = templateFiles(workspace, sure);
  // A template is a document only if it is named.
  const taken = new Set(templates.map((file) => file.path));
  const targets = found.filter((target) => target.named || !taken.has(slashed(target.path)));
  const queries = openFileQueries(workspace.root, defaultsOf(request, workspace));
  return { workspace, targets, templates, queries };
}

/** False if the file turns out to be no design doc, and was not named as one either. */
export function isMeant(target: Target, { bound, titled }: { bound: boolean; titled: boolean }): boolean {
  return target.named || (bound && (titled || !target.byTitle));
}

/** Any Markdown file of a repository may be unreadable; only named ones are reported. */
export async function ifReadable<T>(
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
