/** The workspace: its root, its files, and the files to which a command applies. */

import * as path from 'node:path';
import type { FileFingerprint } from '../../core/cache/fingerprint';
import { fingerprintOf } from '../../core/cache/fingerprint';
import type { Config } from '../../core/config/config';
import { isCandidate } from '../../core/config/scope';
import { isListed } from '../../core/config/visible';
import { UserError } from '../../core/text/userError';
import { findUp, isUnder, kindOf, plainStatOf, realPath, slashed, statOf } from '../files/files';
import { walk } from '../files/walk';
import { listedByGit } from '../git/git';
import { openConfig } from './config';

/** A workspace on disk. */
export interface Workspace {
  /** The current folder. */
  readonly cwd: string;
  /** The top of the git working tree, or the current folder. */
  readonly root: string;
  readonly config: Config;
  /** The Markdown files that the project does not exclude, relative to the root, with `/`, sorted. */
  readonly files: readonly string[];
  /** The state of each of the files. */
  readonly fingerprints: Fingerprints;
}

/** Fingerprints of files by path; undefined for a file that is racily clean. */
type Fingerprints = ReadonlyMap<string, FileFingerprint | undefined>;

/** A file to which a command applies. */
export interface Target {
  readonly path: string;
  /** True if the user named the file itself, and not only a folder. */
  readonly named: boolean;
}

/** Reports one line to the user, beside the result. */
export type Note = (line: string) => void;

/**
 * Opens the workspace of a folder. `note` is called if some of its files are left out. Throws a `UserError` if the
 * configuration is invalid or names a missing template.
 */
export function openWorkspace(cwd: string, note: Note, configFile?: string): Workspace {
  const root = workspaceRoot(cwd);
  const { config, templates } = openConfig(root, cwd, configFile);
  for (const { path: template, missing } of templates) if (!isOwnFile(root, template)) throw missing;
  // Configured templates count even if they are hidden or ignored by git.
  const listed = listFiles(root, root, note, config);
  for (const file of config.templates) {
    const stat = statOf(path.join(root, file));
    if (!listed.has(file)) listed.set(file, stat && fingerprintOf(stat, Date.now()));
  }
  return { cwd, root, config, files: [...listed.keys()].sort(), fingerprints: listed };
}

/** The root of a folder's workspace: the top of its git working tree, or the folder itself. */
export function workspaceRoot(cwd: string): string {
  return findUp(cwd, '.git') ?? cwd;
}

/** True for a file whose real path is in the workspace. */
export function isOwnFile(root: string, relative: string): boolean {
  const file = path.join(root, relative);
  return kindOf(file) === 'file' && isUnder(realPath(root), realPath(file));
}

/** A path for output: relative to the current folder, with `/`. */
export function shownPath(workspace: Workspace, file: string): string {
  return below(workspace.cwd, file) ?? (slashed(path.relative(workspace.cwd, file)) || '.');
}

/** The path by which a workspace knows a file: relative to its root, or absolute if the file is outside; with `/`. */
export function workspacePath(workspace: Pick<Workspace, 'root'>, file: string): string {
  return insidePath(workspace, file) ?? slashed(file);
}

/** A path relative to the workspace's root, with `/`; undefined if it is outside. */
export function insidePath(workspace: Pick<Workspace, 'root'>, file: string): string | undefined {
  const inside = below(workspace.root, file);
  if (inside !== undefined) return inside;
  const relative = slashed(path.relative(workspace.root, file));
  return relative === '..' || relative.startsWith('../') || path.isAbsolute(relative) ? undefined : relative;
}

/**
 * The relative path of a file below a folder; undefined if the paths need normalization. A fast path for many files.
 */
function below(folder: string, file: string): string | undefined {
  if (!file.startsWith(folder + path.sep)) return undefined;
  const rest = file.slice(folder.length + 1);
  return /(?:^|[\\/])\.{0,2}(?:[\\/]|$)/.test(rest) ? undefined : slashed(rest);
}

/**
 * The files at the given paths, and the documents in the given folders, each once. An empty list means the workspace,
 * whose documents are passed as `documents`. Throws a `UserError` for a path that does not exist.
 */
export function findTargets(
  workspace: Workspace,
  documents: readonly string[],
  paths: readonly string[],
  note: Note,
): Target[] {
  const found =
    paths.length === 0
      ? targetsIn(workspace.root, documents)
      : paths.flatMap((given) => underPath(workspace, documents, given, note));
  const targets = new Map<string, Target>();
  for (const target of found) {
    if (target.named || !targets.has(target.path)) targets.set(target.path, target);
  }
  return [...targets.values()];
}

function underPath(workspace: Workspace, documents: readonly string[], given: string, note: Note): Target[] {
  const { cwd, root, config } = workspace;
  const place = path.resolve(cwd, given);
  const kind = kindOf(place);
  if (kind === 'file') return [{ path: place, named: true }];
  if (kind === undefined) {
    throw new UserError(
      'no-such-path',
      `There is no file or folder "${given}". Paths are relative to ${cwd}.`,
    );
  }
  if (place === root) return targetsIn(root, documents);
  const inside = insidePath(workspace, place);
  const start = inside === undefined ? undefined : `${inside}/`;
  const known = new Set(workspace.files);
  // A folder that is outside of the workspace, hidden or ignored by git was not searched: all its files are tried.
  const listed = [...listFiles(place, root, note, config, start).keys()];
  const others = listed.filter((file) => !known.has(`${start ?? ''}${file}`));
  const found = start === undefined ? [] : documents.filter((file) => file.startsWith(start));
  return [...targetsIn(root, found), ...targetsIn(place, others)];
}

function targetsIn(folder: string, files: readonly string[]): Target[] {
  const pathOf = pathsIn(folder);
  return files.map((file) => ({ path: pathOf(file), named: false }));
}

/** Joins listed files with their folder. Faster than `path.join`, since listed paths are already normalized. */
function pathsIn(folder: string): (file: string) => string {
  const start = folder.endsWith(path.sep) ? folder : folder + path.sep;
  return (file) => start + (path.sep === '/' ? file : file.replaceAll('/', path.sep));
}

/** The Markdown files in a folder. `start` is put before their paths to match them with the configuration's globs. */
function listFiles(
  folder: string,
  root: string,
  note: Note,
  config: Config,
  start = '',
): Map<string, FileFingerprint | undefined> {
  const pathOf = pathsIn(folder);
  const now = Date.now();
  const files = new Map<string, FileFingerprint | undefined>();
  for (const file of pathsBelow(folder, root, note)) {
    if (!isCandidate(`${start}${file}`, config) || !isListed(file)) continue;
    // Git also lists deleted files, and symbolic links, which may lead out of the workspace.
    const stat = plainStatOf(pathOf(file));
    if (stat) files.set(file, fingerprintOf(stat, now));
  }
  return files;
}

function pathsBelow(folder: string, root: string, note: Note): readonly string[] {
  const listed = listedByGit(folder);
  if (listed) return listed;
  const { paths, complete } = walk(folder, root);
  if (!complete)
    note(`note: ${folder} has too many files, so only some of them were found. Name a folder in it.`);
  return paths;
}
