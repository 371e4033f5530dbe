/** Records the questions about a document's environment: its findings are valid while the answers are the same. */

import type { Environment } from '../analysis/analyze';
import type { Files, RuleEnvironment } from '../rules/rule';

/** The question for the author to fill in. */
const AUTHOR = 'author';
/** The question whether the default branch has the document as it is. */
export const MERGED = 'merged';

/** Questions about files, by the function of `Files` that answers them. */
const FILE_QUESTIONS = ['exists', 'beside', 'anchors', 'metadata'] as const;

/** A question about a file. */
export interface FileQuestion {
  readonly about: (typeof FILE_QUESTIONS)[number];
  /** As written in the document. */
  readonly path: string;
}

/** A question as a text, such as `exists ../tea.md`. */
export function questionText({ about, path }: FileQuestion): string {
  return `${about} ${path}`;
}

/** Parses a question about a file; undefined for another question. */
export function fileQuestion(question: string): FileQuestion | undefined {
  const about = FILE_QUESTIONS.find((word) => question.startsWith(`${word} `));
  return about && { about, path: question.slice(about.length + 1) };
}

/** What needs no record, because it is the same for all documents or belongs to one. */
type Given = Omit<Environment, 'files' | 'today' | 'author'>;

/**
 * An environment that adds the text of each question to `asked`. Today's date is not recorded: fixes insert it, and no
 * finding depends on it.
 */
export class RecordedEnvironment implements Environment {
  readonly templates: Environment['templates'];
  readonly template: Environment['template'];
  readonly levels: Environment['levels'];
  readonly statuses: Environment['statuses'];
  readonly index: Environment['index'];
  readonly baseline: Environment['baseline'];
  readonly files: Files | undefined;
  readonly isMerged: Environment['isMerged'];
  readonly path: Environment['path'];

  constructor(
    { templates, template, levels, statuses, index, baseline, isMerged, path }: Given,
    private readonly defaults: Pick<RuleEnvironment, 'today' | 'author'>,
    files: Files | undefined,
    private readonly asked: Set<string>,
  ) {
    this.templates = templates;
    this.template = template;
    this.levels = levels;
    this.statuses = statuses;
    this.index = index;
    this.baseline = baseline;
    this.path = path;
    this.files = files && recordedFiles(files, asked);
    this.isMerged =
      isMerged &&
      (() => {
        asked.add(MERGED);
        return isMerged();
      });
  }

  get today(): string {
    return this.defaults.today;
  }

  get author(): string | undefined {
    this.asked.add(AUTHOR);
    return this.defaults.author;
  }
}

function recordedFiles(files: Files, asked: Set<string>): Files {
  const noted = (about: FileQuestion['about'], path: string): string => {
    asked.add(questionText({ about, path }));
    return path;
  };
  return {
    exists: (path) => files.exists(noted('exists', path)),
    beside: (path) => files.beside(noted('beside', path)),
    anchors: (path) => files.anchors(noted('anchors', path)),
    metadata: (folder) => files.metadata(noted('metadata', folder)),
    isSelf: (path) => files.isSelf(path),
  };
}
