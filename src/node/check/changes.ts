/** What changed in the documents of a workspace between a commit and the files as they are now. */

import * as path from 'node:path';
import { isPlanFile } from '../../core/analysis/stage';
import { attestedTasks } from '../../core/analysis/verified';
import type { Change } from '../../core/changes/change';
import { documentChanges } from '../../core/changes/documentChanges';
import { renamedDocuments } from '../../core/changes/renames';
import { isCandidate, isDesignDoc, maxTextLength } from '../../core/config/scope';
import { fileStatesOf } from '../../core/tools/evidence';
import { exists, isUnder } from '../files/files';
import { readableText, readText } from '../files/readFile';
import { branchBase } from '../git/changedSince';
import type { BranchFiles } from '../git/defaultBranch';
import { blobsIn, isBlob } from '../git/defaultBranch';
import { askGit } from '../git/git';
import type { Request } from '../workspace/request';
import type { Workspace } from '../workspace/workspace';
import { insidePath, workspaceRoot } from '../workspace/workspace';
import type { AnalyzedFile, Analyzer } from './analyzeFiles';
import { openAnalyzer, unboundNote } from './analyzeFiles';
import type { Context } from './context';
import { openContext, readOrNote } from './context';
import { openFileStates } from './fileStates';

/** A document whose text differs; it has no `before` if it is new, and no `after` if it is gone. */
export interface ChangedDocument {
  readonly before: AnalyzedFile | undefined;
  readonly after: AnalyzedFile | undefined;
  readonly changes: readonly Change[];
}

/** The documents whose texts differ. */
export interface Changes {
  /** The commit with the old texts. */
  readonly base: string;
  readonly documents: readonly ChangedDocument[];
}

/**
 * Compares the documents at the given paths with those of the commit that HEAD and a reference have in common. An empty
 * reference means the default branch. Throws a `UserError` outside of a repository, or if git does not know the commit.
 */
export async function findChanges(
  request: Request,
  paths: readonly string[],
  since: string,
): Promise<Changes> {
  const root = workspaceRoot(request.cwd);
  const base = await branchBase(root, since, '--since');
  const blobs = blobsIn((await askGit(root, ['ls-tree', '-r', '-z', '--full-tree', base])) ?? '');
  const context = await contextOf(request, paths, (place) =>
    [...blobs.keys()].some((file) => isUnder(place, path.join(root, file))),
  );
  const { workspace } = context;
  const analyzer = openAnalyzer(request, context);
  const old = openOldFiles(workspace, blobs, analyzer);
  const [come, gone]: [AnalyzedFile[], AnalyzedFile[]] = [[], []];
  const pairs: (readonly [AnalyzedFile | undefined, AnalyzedFile | undefined])[] = [];
  for (const document of await changedNow(request, context, blobs, analyzer)) {
    const before = await old(document.file);
    if (before) pairs.push([before, document]);
    else come.push(document);
  }
  for (const file of otherFiles(context, blobs, request, paths)) {
    const text = exists(file) ? readableText(file) : undefined;
    if (text !== undefined && isBlob(text, blobs.get(insidePath(workspace, file) ?? ''))) continue;
    const before = await old(file);
    if (!before || !isDocument(workspace, before)) continue;
    if (text === undefined) gone.push(before);
    else pairs.push([before, analyzer(file, text)]);
  }
  const renamed = renamedDocuments(gone, come);
  const now = new Set(renamed.values());
  pairs.push(...[...renamed].map(([before, after]) => [before, after] as const));
  pairs.push(...come.filter((one) => !now.has(one)).map((after) => [undefined, after] as const));
  pairs.push(...gone.filter((one) => !renamed.has(one)).map((before) => [before, undefined] as const));
  const documents: ChangedDocument[] = [];
  for (const [before, after] of pairs) {
    const states = after && (await statesOf(request, after));
    const changes = documentChanges(before?.analysis, after?.analysis, states);
    documents.push({ before, after, changes });
  }
  const nameOf = ({ before, after }: ChangedDocument): string => (after ?? before)?.path ?? '';
  return { base, documents: documents.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) };
}

/** The documents that are there now with another text than in the commit. */
async function changedNow(
  request: Request,
  { workspace, targets }: Context,
  blobs: BranchFiles,
  analyzer: Analyzer,
): Promise<AnalyzedFile[]> {
  const found: AnalyzedFile[] = [];
  for (const target of targets) {
    const text = await readOrNote(target, request, () => readText(target.path));
    if (text === undefined || isBlob(text, blobs.get(insidePath(workspace, target.path) ?? ''))) continue;
    const document = analyzer(target.path, text);
    const isKnown = document.analysis.bound !== undefined || isPlanFile(document.analysis);
    if (!isKnown && !target.named && !blobs.has(insidePath(workspace, target.path) ?? '')) continue;
    if (!isKnown && target.named) request.note(unboundNote(document));
    found.push(document);
  }
  return found;
}

/** A function that reads and analyzes a file of the commit; undefined if the commit has no such text. */
function openOldFiles(
  workspace: Workspace,
  blobs: BranchFiles,
  analyzer: Analyzer,
): (file: string) => Promise<AnalyzedFile | undefined> {
  return async (file) => {
    const blob = blobs.get(insidePath(workspace, file) ?? '');
    const text = blob && (await askGit(workspace.root, ['cat-file', 'blob', blob]));
    return text === undefined || text.length > maxTextLength ? undefined : analyzer(file, text);
  };
}

/** The Markdown files of the commit at the given paths that are gone, or are no documents any more. */
function otherFiles(
  { workspace: { root, config }, targets, templates }: Context,
  blobs: BranchFiles,
  { cwd }: Request,
  paths: readonly string[],
): string[] {
  const places = paths.map((one) => path.resolve(cwd, one));
  const known = new Set(targets.map((target) => target.path));
  const others = new Set(templates.map((template) => template.path));
  return [...blobs.keys()]
    .filter((file) => isCandidate(file, config) && !others.has(file))
    .map((file) => path.join(root, file))
    .filter((file) => !known.has(file))
    .filter((file) => places.length === 0 || places.some((place) => isUnder(place, file)));
}

/** The context for the paths that are there. Throws a `UserError` for one that the commit does not have either. */
async function contextOf(
  request: Request,
  paths: readonly string[],
  wasThere: (place: string) => boolean,
): Promise<Context> {
  const isThere = (one: string): boolean => exists(path.resolve(request.cwd, one));
  const given = paths.filter((one) => isThere(one) || !wasThere(path.resolve(request.cwd, one)));
  const context = await openContext(request, given);
  return paths.length > 0 && given.length === 0 ? { ...context, targets: [] } : context;
}

function isDocument(workspace: Workspace, { file, analysis }: AnalyzedFile): boolean {
  const inside = insidePath(workspace, file);
  if (inside === undefined || !analysis.bound) return isPlanFile(analysis);
  return isDesignDoc(inside, analysis.bound.template, workspace.config);
}

/** The states of the files that evidence is for; git is asked only if there is evidence. */
async function statesOf(
  { cwd, note }: Request,
  { path: shown, analysis }: AnalyzedFile,
): Promise<Awaited<ReturnType<typeof fileStatesOf>> | undefined> {
  if (attestedTasks(analysis.plan).length === 0) return undefined;
  return fileStatesOf(openFileStates(cwd, note), { path: shown, analysis });
}
