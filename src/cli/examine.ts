/** From paths to analysed documents: what `check` and `fix` have in common. */

import type { Analysis, Environment } from '../core/analysis';
import { analyze } from '../core/analysis';
import { UserError } from '../core/errors';
import { isTitled } from '../core/select';
import type { Template } from '../core/template';
import { optionOf } from './arguments';
import type { Session } from './command';
import { environmentOf, surroundings } from './environment';
import { readText } from './files';
import { openLibrary } from './templates';
import type { Target } from './workspace';
import { findTargets, openWorkspace, shownPath, slashed } from './workspace';

export interface Examined {
  readonly path: string;
  /** The path as it is reported. */
  readonly shown: string;
  readonly text: string;
  readonly environment: Environment;
  readonly analysis: Analysis;
}

/**
 * The documents that the command's paths stand for, one after the other. Files in folders that fit no template
 * are left out; files that cannot be read are skipped with a note.
 */
export function* examine(session: Session): Generator<Examined> {
  const { given, note } = session;
  const workspace = openWorkspace(session.cwd, note, optionOf(given, 'config'));
  const targets = findTargets(workspace, given.operands, note);
  const sure = targets.filter(({ byTitle }) => !byTitle).map(({ path }) => path);
  const library = openLibrary(workspace, sure, optionOf(given, 'template'));
  const templates = new Set(library.sources.map(({ path }) => path));
  const values = surroundings(given, workspace);
  for (const target of targets) {
    // A template is a document only for somebody who insists.
    const text = target.named || !templates.has(slashed(target.path)) ? textOf(target, note) : undefined;
    if (text === undefined) continue;
    const environment = environmentOf(workspace, library, target.path, values);
    const analysis = examineText(target, text, environment);
    if (!analysis) continue;
    const shown = shownPath(workspace, target.path);
    if (!analysis.bound) note(unboundNote(shown, environment.templates));
    yield { path: target.path, shown, text, environment, analysis };
  }
}

/** Undefined if the file turns out to be no design doc and was not named as one either. */
function examineText(target: Target, text: string, environment: Environment): Analysis | undefined {
  const analysis = analyze(text, environment);
  const meant = !target.byTitle || isTitled(analysis.document, environment.templates);
  return target.named || (analysis.bound && meant) ? analysis : undefined;
}

/** Any Markdown file of a repository may be unreadable; only those that were asked for are worth a note. */
function textOf(target: Target, note: Session['note']): string | undefined {
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
