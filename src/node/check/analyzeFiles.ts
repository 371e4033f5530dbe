/** Analyzes documents. */

import * as path from 'node:path';
import type { Analysis, Environment } from '../../core/analysis/analyze';
import { analyze } from '../../core/analysis/analyze';
import { isPlanFile } from '../../core/analysis/stage';
import { RecordedEnvironment } from '../../core/cache/recordedEnvironment';
import { readLinkedFile } from '../../core/document/links/anchors';
import { templatesFor } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import { kindOf } from '../files/files';
import { readText } from '../files/readFile';
import type { Request } from '../workspace/request';
import { openLibrary } from '../workspace/templates';
import { insidePath, shownPath, workspacePath } from '../workspace/workspace';
import type { Context } from './context';
import { openContext, readOrNote } from './context';

/** A document with its analysis. */
export interface AnalyzedFile {
  /** The file on the disk. */
  readonly file: string;
  /** The path for output. */
  readonly path: string;
  /** The path of the template's file for output; null for a bundled template or none. */
  readonly templatePath: string | null;
  readonly text: string;
  readonly environment: Environment;
  readonly analysis: Analysis;
}

/** What is wanted besides design docs. */
export interface Wanted {
  /** True for the plan files of other tools, too. They have no template. */
  readonly plans?: boolean;
}

/** Analyzes the text of a file. Adds the document's questions about other files to `asked`. */
export type Analyzer = (file: string, text: string, asked?: Set<string>) => AnalyzedFile;

/**
 * Yields the analyzed documents at the given paths and in the given folders. An empty list means the workspace. Files
 * in folders that fit no template are left out. Unreadable files are skipped with a note.
 */
export async function* analyzeFiles(
  request: Request,
  paths: readonly string[],
  { plans = false }: Wanted = {},
): AsyncGenerator<AnalyzedFile, undefined> {
  const context = await openContext(request, paths);
  const analyzeText = openAnalyzer(request, context);
  for (const [index, target] of context.targets.entries()) {
    request.progress?.('check', index, context.targets.length);
    const text = await readOrNote(target, request, () => readText(target.path));
    if (text === undefined) continue;
    const found = analyzeText(target.path, text);
    const { bound } = found.analysis;
    const isPlan = plans && isPlanFile(found.analysis);
    if (!bound && !isPlan && !target.named) continue;
    if (!bound && !isPlan) request.note(unboundNote(found));
    yield found;
  }
}

/** Analyzes the document in a file. Throws a `UserError` if it does not exist or cannot be read. */
export async function analyzeFile(request: Request, named: string): Promise<AnalyzedFile> {
  const file = path.resolve(request.cwd, named);
  if (kindOf(file) !== 'file') throw new UserError('no-such-file', `There is no file "${named}".`);
  const context = await openContext(request, [file]);
  return openAnalyzer(request, context)(file, readText(file));
}

/**
 * Reads the templates once, and returns an analyzer for all documents. Throws a `UserError` for an unknown template.
 */
export function openAnalyzer({ template, unmerged = false }: Request, context: Context): Analyzer {
  const { workspace, queries } = context;
  const { rules: levels, statuses, index } = workspace.config;
  const library = openLibrary(workspace, context.templates, template);
  return (file, text, asked = new Set()) => {
    const inside = insidePath(workspace, file);
    const templates = templatesFor(library.sources, workspacePath(workspace, file)).map(
      (source) => source.template,
    );
    const environment = new RecordedEnvironment(
      {
        templates,
        template: library.wanted?.template,
        levels,
        statuses,
        index,
        baseline: inside === undefined ? [] : context.baseline.get(inside),
        isMerged: () => !unmerged && queries.isMerged(file, text),
        path: inside,
      },
      queries.defaults,
      queries.around(file, readLinkedFile),
      asked,
    );
    const analysis = analyze(text, environment);
    const own = analysis.bound?.template.path;
    const templatePath = own === undefined ? null : shownPath(workspace, path.resolve(workspace.root, own));
    return { file, path: shownPath(workspace, file), templatePath, text, environment, analysis };
  };
}

/** The note for a named document that cannot be checked. */
export function unboundNote({ path: shown, environment }: AnalyzedFile): string {
  const names = [...new Set(environment.templates.map((template) => template.name))].join(', ');
  return (
    `note: ${shown} fits no template (${names}), so nothing was checked. ` +
    'Name its template in a comment under its title: <!-- design-docs: template NAME -->'
  );
}
