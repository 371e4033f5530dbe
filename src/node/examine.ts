/** From paths to analysed documents. */

import * as path from 'node:path';
import type { Analysis, Environment } from '../core/analysis';
import { analyze } from '../core/analysis';
import type { Levels } from '../core/check';
import type { Config } from '../core/config/config';
import { anchorsOfText } from '../core/document/anchors';
import { UserError } from '../core/errors';
import type { Files, Surroundings } from '../core/rules/rule';
import { isTitled } from '../core/template/select';
import type { StatusWords } from '../core/template/stage';
import type { Template } from '../core/template/template';
import { templatesFor } from '../core/template/templateSet';
import { kindOf } from './files';
import { readText } from './reading';
import type { Request, Scene } from './scene';
import { ifReadable, isMeant, openScene } from './scene';
import { openLibrary } from './templates';
import { shownPath, slashed } from './workspace';

export interface Examined {
  /** The file on the disk. */
  readonly file: string;
  /** The path as it is reported. */
  readonly path: string;
  readonly text: string;
  readonly environment: Environment;
  readonly analysis: Analysis;
}

/** Analyses the text of a file. What the document asks of its surroundings is added to `asked`. */
export type Examiner = (file: string, text: string, asked?: Set<string>) => Examined;

/**
 * The documents that the paths stand for, one after the other; no path stands for the workspace. Files in folders that
 * fit no template are left out; files that cannot be read are skipped with a note.
 */
export async function* examine(
  request: Request,
  paths: readonly string[],
): AsyncGenerator<Examined, undefined> {
  const scene = await openScene(request, paths);
  const examiner = openExaminer(request, scene);
  for (const target of scene.targets) {
    const text = ifReadable(target, request, () => readText(target.path));
    if (text === undefined) continue;
    const examined = examiner(target.path, text);
    const { bound, document } = examined.analysis;
    const titled = isTitled(document, examined.environment.templates);
    if (!isMeant(target, { bound: bound !== undefined, titled })) continue;
    if (!bound) request.note(unboundNote(examined));
    yield examined;
  }
}

/** The one document in a file. Throws a `UserError` if there is no such file, or none that can be read. */
export async function examineFile(request: Request, named: string): Promise<Examined> {
  const file = path.resolve(request.cwd, named);
  if (kindOf(file) !== 'file') throw new UserError('no-such-file', `There is no file "${named}".`);
  const scene = await openScene(request, [file]);
  return openExaminer(request, scene)(file, readText(file));
}

/** What is the same for all documents is found out once. */
export function openExaminer({ template }: Request, scene: Scene): Examiner {
  const { workspace, around } = scene;
  const library = openLibrary(workspace, scene.templates, template);
  return (file, text, asked = new Set()) => {
    const templates = templatesFor(library.sources, slashed(file)).map((source) => source.template);
    const environment = new FileEnvironment(
      around.of(file, asked, anchorsOfText),
      templates,
      library.wanted?.template,
      workspace.config,
    );
    const analysis = analyze(text, environment);
    return { file, path: shownPath(workspace, file), text, environment, analysis };
  };
}

/** The environment of one document; what is around it is found out when somebody asks. */
class FileEnvironment implements Environment {
  readonly levels: Levels | undefined;
  readonly statuses: StatusWords | undefined;

  constructor(
    private readonly around: Surroundings,
    readonly templates: readonly Template[],
    readonly template: Template | undefined,
    { rules, statuses }: Config,
  ) {
    this.levels = rules;
    this.statuses = statuses;
  }

  get today(): string {
    return this.around.today;
  }

  get author(): string | undefined {
    return this.around.author;
  }

  get files(): Files | undefined {
    return this.around.files;
  }
}

/** What is said of a document that was named, and that nothing can be said of. */
export function unboundNote({ path: shown, environment }: Examined): string {
  const names = [...new Set(environment.templates.map((template) => template.name))].join(', ');
  return (
    `note: ${shown} fits no template (${names}), so nothing was checked. ` +
    'Name its template in a comment under its title: <!-- design-docs: template NAME -->'
  );
}
