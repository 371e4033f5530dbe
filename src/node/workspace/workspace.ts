/** The workspace: where it starts, which files it holds, and which of them a command is about. */

import * as path from 'node:path';
import type { Config } from '../../core/config/config';
import { isCandidate, isDesignDoc, isTemplate } from '../../core/config/scope';
import { UserError } from '../../core/text/userError';
import { findUp, isPlainFile, isUnder, isVisible, kindOf, realPath, walk } from '../files/files';
import { listedByGit } from '../git/git';
import { openConfig } from './config';

export interface Workspace {
  readonly cwd: string;
  /** The top of the git working tree, or the current folder. */
  readonly root: string;
  readonly config: Config;
  /** The Markdown files that may be documents or templates, relative to the root, with `/`, sorted. */
  readonly files: readonly string[];
}

/** A file that a command is about. */
export interface Target {
  readonly path: string;
  /** The user named the file itself. */
  readonly named: boolean;
  /** Neither its folder nor the user says that it is a design doc: its title has to. */
  readonly byTitle: boolean;
}

/** Takes a line beside the result, for people. */
export type Note = (line: string) => void;

/** Looks at the workspace around a folder. */
export function openWorkspace(cwd: string, note: Note, configFile?: string): Workspace {
  const root = findUp(cwd, '.git') ?? cwd;
  const { config, templates } = openConfig(root, cwd, configFile);
  for (const { path: template, missing } of templates) if (!isOwnFile(root, template)) throw missing;
  // What is named counts, also where it is hidden or git ignores it.
  const files = new Set([...listFiles(root, note, config), ...config.templates]);
  return { cwd, root, config, files: [...files].sort() };
}

/** True for a file in a workspace that no link leads out of. */
function isOwnFile(root: string, relative: string): boolean {
  const file = path.join(root, relative);
  return kindOf(file) === 'file' && isUnder(realPath(root), realPath(file));
}

/** A path as it is shown and reported: relative to the current folder, with `/`. */
export function shownPath(workspace: Workspace, file: string): string {
  return below(workspace.cwd, file) ?? (slashed(path.relative(workspace.cwd, file)) || '.');
}

/** A path relative to the workspace's root, with `/`, or undefined if it lies outside. */
export function insidePath(workspace: Workspace, file: string): string | undefined {
  const inside = below(workspace.root, file);
  if (inside !== undefined) return inside;
  const relative = slashed(path.relative(workspace.root, file));
  return relative === '..' || relative.startsWith('../') || path.isAbsolute(relative) ? undefined : relative;
}

/** The path of what lies below a folder, if both are written out in full: there may be many of them. */
function below(folder: string, file: string): string | undefined {
  if (!file.startsWith(folder + path.sep)) return undefined;
  const rest = file.slice(folder.length + 1);
  return /(?:^|[\\/])\.{0,2}(?:[\\/]|$)/.test(rest) ? undefined : slashed(rest);
}

/** The files that the given paths stand for, each once; no path stands for the workspace. */
export function findTargets(workspace: Workspace, paths: readonly string[], note: Note): Target[] {
  const found =
    paths.length === 0
      ? wholeWorkspace(workspace)
      : paths.flatMap((given) => underPath(workspace, given, note));
  const targets = new Map<string, Target>();
  for (const target of found) {
    if (target.named || !targets.has(target.path)) targets.set(target.path, target);
  }
  return [...targets.values()];
}

function wholeWorkspace({ root, files, config }: Workspace): Target[] {
  const pathOf = pathsIn(root);
  return files
    .filter((file) => isCandidate(file, config))
    .map((file) => ({ path: pathOf(file), named: false, byTitle: !isDesignDoc(file, config) }));
}

function underPath(workspace: Workspace, given: string, note: Note): Target[] {
  const { cwd, config } = workspace;
  const place = path.resolve(cwd, given);
  const kind = kindOf(place);
  if (kind === 'file') return [{ path: place, named: true, byTitle: false }];
  if (kind === undefined) {
    throw new UserError('no-such-path', `There is no file or folder "${given}". Paths are read from ${cwd}.`);
  }
  // The project's globs count from its root, whichever folder is asked for.
  const inside = insidePath(workspace, place);
  const fromRoot = (file: string): string => (inside ? `${inside}/${file}` : file);
  const pathOf = pathsIn(place);
  const files = place === workspace.root ? workspace.files : listFiles(place, note, config);
  return files
    .filter((file) => isCandidate(fromRoot(file), config))
    .map((file) => ({ path: pathOf(file), named: false, byTitle: false }));
}

/** Makes paths of what was listed in a folder, which is many files and needs no tidying. */
function pathsIn(folder: string): (file: string) => string {
  const start = folder.endsWith(path.sep) ? folder : folder + path.sep;
  return (file) => start + (path.sep === '/' ? file : file.replaceAll('/', path.sep));
}

function listFiles(folder: string, note: Note, config: Config): string[] {
  const wanted = (file: string): boolean =>
    isCandidate(file) || isTemplate(path.basename(file)) || config.templates.includes(file);
  const listed = listedByGit(folder);
  // Git lists files that have been deleted, and symbolic links, which might lead out.
  if (listed)
    return listed.filter((file) => isVisible(file) && wanted(file) && isPlainFile(path.join(folder, file)));
  const { paths, complete } = walk(folder);
  if (!complete)
    note(`note: ${folder} holds too many files; only a part of it was looked at. Name a folder in it.`);
  return paths.filter(wanted);
}

/** A path with `/`. */
export function slashed(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}
