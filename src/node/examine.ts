/** From paths to analysed documents. */

import * as path from 'node:path';
import type { Analysis, Environment } from '../core/analysis';
import { analyze } from '../core/analysis';
import { UserError } from '../core/errors';
import { isTitled } from '../core/select';
import type { Template } from '../core/template';
import type { Wishes } from './environment';
import { environments, surroundings } from './environment';
import { kindOf } from './files';
import { readText } from './reading';
import { openLibrary } from './templates';
import type { Note, Target } from './workspace';
import { findTargets, openWorkspace, shownPath, slashed } from './workspace';

/** Where to look, and what the answers are to go by where it is not the usual. */
export interface Request extends Wishes {
  /** Paths are read and shown from here. */
  readonly cwd: string;
  /** Takes what is worth a line beside the result. */
  readonly note: Note;
  readonly template?: string | undefined;
  readonly config?: string | undefined;
}

export interface Examined {
  /** The file on the disk. */
  readonly file: string;
  /** The path as it is reported. */
  readonly path: string;
  readonly text: string;
  readonly environment: Environment;
  readonly analysis: Analysis;
}

/**
 * The documents that the paths stand for, one after the other; no path stands for the workspace. Files in folders that
 * fit no template are left out; files that cannot be read are skipped with a note.
 */
export function* examine(request: Request, paths: readonly string[]): Generator<Examined> {
  const { cwd, note, config, template } = request;
  const workspace = openWorkspace(cwd, note, config);
  const targets = findTargets(workspace, paths, note);
  const sure = targets.filter(({ byTitle }) => !byTitle).map((target) => target.path);
  const library = openLibrary(workspace, sure, template);
  const templates = new Set(library.sources.map((source) => source.path));
  const environmentOf = environments(workspace, library, surroundings(request, workspace));
  for (const target of targets) {
    // A template is a document only for somebody who insists.
    const text = target.named || !templates.has(slashed(target.path)) ? textOf(target, note) : undefined;
    if (text === undefined) continue;
    const environment = environmentOf(target.path);
    const analysis = examineText(target, text, environment);
    if (!analysis) continue;
    const shown = shownPath(workspace, target.path);
    if (!analysis.bound) note(unboundNote(shown, environment.templates));
    yield { file: target.path, path: shown, text, environment, analysis };
  }
}

/** The one document in a file. Throws a `UserError` if there is no such file, or none that can be read. */
export function examineFile(request: Request, named: string): Examined {
  const { cwd, note, config, template } = request;
  const file = path.resolve(cwd, named);
  if (kindOf(file) !== 'file') throw new UserError('no-such-file', `There is no file "${named}".`);
  const workspace = openWorkspace(cwd, note, config);
  const library = openLibrary(workspace, [file], template);
  const environment = environments(workspace, library, surroundings(request, workspace))(file);
  const text = readText(file);
  return {
    file,
    path: shownPath(workspace, file),
    text,
    environment,
    analysis: analyze(text, environment),
  };
}

/** Undefined if the file turns out to be no design doc and was not named as one either. */
function examineText(target: Target, text: string, environment: Environment): Analysis | undefined {
  const analysis = analyze(text, environment);
  const meant = !target.byTitle || isTitled(analysis.document, environment.templates);
  return target.named || (analysis.bound && meant) ? analysis : undefined;
}

/** Any Markdown file of a repository may be unreadable; only those that were asked for are worth a note. */
function textOf(target: Target, note: Note): string | undefined {
  try {
    return readText(target.path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (!target.byTitle) note(`note: skipped: ${error.message}`);
    return undefined;
  }
}

function unboundNote(shown: string, templates: readonly Template[]): string {
  const names = [...new Set(templates.map((template) => template.name))].join(', ');
  return (
    `note: ${shown} fits no template (${names}), so nothing was checked. ` +
    'Name its template in a comment under its title: <!-- design-docs: template NAME -->'
  );
}
