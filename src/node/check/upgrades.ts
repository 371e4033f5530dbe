/** The documents of a workspace that are behind their template, and the files to change. */

import * as path from 'node:path';
import type { Template } from '../../core/template/template';
import { readTemplate } from '../../core/template/template';
import type { TemplateChange } from '../../core/upgrade/templateChange';
import { compareTemplates } from '../../core/upgrade/templateChange';
import type { Upgrade } from '../../core/upgrade/upgrade';
import { upgrade } from '../../core/upgrade/upgrade';
import { findUp, slashed } from '../files/files';
import type { Replacement } from '../files/replaceTexts';
import { branchBase } from '../git/changedSince';
import { blobsIn, treeArguments } from '../git/defaultBranch';
import { askGit } from '../git/git';
import type { Request } from '../workspace/request';
import type { Workspace } from '../workspace/workspace';
import { openWorkspace, workspacePath } from '../workspace/workspace';
import type { AnalyzedFile } from './analyzeFiles';
import { analyzeFiles } from './analyzeFiles';
import { followRenames } from './followRenames';

/** A document that is behind. */
export interface DocumentUpgrade {
  readonly document: AnalyzedFile;
  readonly upgrade: Upgrade;
}

/** What upgrading the documents means. */
export interface Upgrades {
  /** The commit with the older templates. */
  readonly base: string;
  /** The changes of templates, by the path of their files, relative to the root of the workspace. */
  readonly templates: ReadonlyMap<string, TemplateChange>;
  readonly documents: readonly DocumentUpgrade[];
  /** The number of documents that follow one of these templates. */
  readonly count: number;
  /** All files to change: the documents, and those that link to their headings. */
  readonly files: readonly Replacement[];
}

/** How documents are upgraded. */
export interface UpgradeRequest {
  /** The branch or commit with the older templates; empty for the default branch. */
  readonly since: string;
  readonly guesses: boolean;
}

/**
 * Compares the templates with those of the commit that HEAD and a reference have in common, and finds the documents that
 * are behind. Throws a `UserError` outside of a repository, or if git does not know the commit.
 */
export async function findUpgrades(
  request: Request,
  paths: readonly string[],
  { since, guesses }: UpgradeRequest,
): Promise<Upgrades> {
  const workspace = openWorkspace(request.cwd, request.note, request.config);
  const base = await branchBase(findUp(workspace.root, '.git') ?? workspace.root, since, '--since');
  const changes = new Map<string, TemplateChange | undefined>();
  const documents: DocumentUpgrade[] = [];
  let count = 0;
  for await (const document of analyzeFiles(request, paths)) {
    const template = document.analysis.bound?.template;
    if (template?.path === undefined) continue;
    if (!changes.has(template.path)) changes.set(template.path, await changeOf(workspace, base, template));
    const change = changes.get(template.path);
    if (!change) continue;
    count++;
    const options = { path: workspacePath(workspace, document.file), guesses };
    const found = upgrade(document.analysis, change, options);
    if (found) documents.push({ document, upgrade: found });
  }
  const templates = new Map(
    [...changes].flatMap(([name, change]) => (change ? [[name, change] as const] : [])),
  );
  return { base, templates, documents, count, files: filesToChange(workspace, documents) };
}

/** The change of a template since a commit; undefined if the commit does not have it, or if no section changed. */
async function changeOf(
  { root }: Workspace,
  base: string,
  template: Template,
): Promise<TemplateChange | undefined> {
  const file = path.join(root, template.path ?? '');
  const top = findUp(root, '.git') ?? root;
  const place = slashed(path.relative(top, file));
  const blob = blobsIn((await askGit(top, treeArguments(base, [place]))) ?? '').get(place);
  const text = blob === undefined ? undefined : await askGit(top, ['cat-file', 'blob', blob]);
  if (text === undefined) return undefined;
  const change = compareTemplates(readTemplate(text, template.path ?? ''), template);
  const { added, renamed, removed } = change;
  return added.length + renamed.length + removed.length > 0 ? change : undefined;
}

/** The new texts of the documents, and of the files with links to their renamed headings. */
function filesToChange(workspace: Workspace, documents: readonly DocumentUpgrade[]): Replacement[] {
  const before = new Map(documents.map(({ document }) => [document.file, document.text]));
  const after = new Map(documents.map(({ document, upgrade: { text } }) => [document.file, text]));
  const renames = documents.flatMap(({ upgrade: own }) => own.renames);
  for (const linked of followRenames(workspace, renames, after)) {
    if (!before.has(linked.file)) before.set(linked.file, linked.before);
    after.set(linked.file, linked.after);
  }
  return [...after].flatMap(([file, text]) => {
    const old = before.get(file);
    return old === undefined || old === text ? [] : [{ file, before: old, after: text }];
  });
}
