/**
 * What documents that are not open ask about the files around them. VS Code answers with promises, and the core does not
 * wait: an analysis takes the answers that are known, and is repeated with those that it asked for.
 */

import type { Uri } from 'vscode';
import type { Environment } from '../../core/analysis/analyze';
import { analyze } from '../../core/analysis/analyze';
import type { Answers } from '../../core/cache/entry';
import type { FileQuestion } from '../../core/cache/recordedEnvironment';
import { fileQuestion, questionText, RecordedEnvironment } from '../../core/cache/recordedEnvironment';
import type { Anchors } from '../../core/document/anchors';
import type { Summary } from '../../core/json/documents';
import { summaryOf } from '../../core/json/summary';
import type { Files } from '../../core/rules/rule';
import { digest } from '../../core/text/digest';
import { inBatches } from '../model/batches';
import { readAnchors, textVersion } from '../model/linkedAnchors';
import { isOutside, leadsSomewhere, namesBeside, resolved } from '../model/linkTargets';

/** The most questions of one document that are answered. For others, files count as there. */
const MOST_QUESTIONS = 1000;

const YES = 'yes';

/** The answers to questions about the files around a document, as texts that change when the answers do. */
export async function answersTo(document: Uri, questions: readonly string[]): Promise<Answers> {
  const answers = await inBatches(questions, async (question): Promise<[string, string]> => {
    const file = fileQuestion(question);
    return [question, file ? await answerTo(document, file) : ''];
  });
  return Object.fromEntries(answers);
}

async function answerTo(document: Uri, { about, path }: FileQuestion): Promise<string> {
  if (about === 'exists') return (await leadsSomewhere(document, path)) ? YES : '';
  if (about === 'beside') return digest((await namesBeside(document, path)).join('\0'));
  const file = resolved(document, path);
  return isOutside(file) ? '' : textVersion(file);
}

/** The summary of a text with all known of the files around the document, and the answers that it depends on. */
export async function summarize(
  document: Uri,
  text: string,
  environment: Environment,
): Promise<{ readonly summary: Summary; readonly answers: Answers }> {
  const known = knownFiles(document);
  for (;;) {
    const asked = new Set<string>();
    const files = environment.files && known.files;
    const summary = summaryOf(analyze(text, new RecordedEnvironment(environment, environment, files, asked)));
    const isNews = await known.lookUp(asked);
    if (!isNews) return { summary, answers: Object.fromEntries(known.answers) };
  }
}

/** The files around a document as far as they were looked up. Until then, a file counts as there, and has no anchors. */
function knownFiles(document: Uri) {
  const answers = new Map<string, string>();
  const names = new Map<string, readonly string[]>();
  const anchors = new Map<string, Anchors | undefined>();
  const files: Files = {
    exists: (path) => (answers.get(questionText({ about: 'exists', path })) ?? YES) === YES,
    beside: (path) => names.get(path) ?? [],
    anchors: (path) => anchors.get(path),
    isSelf: (path) => resolved(document, path).toString() === document.toString(),
  };
  /** True if the answer is not the one that counted until now. */
  const lookUpOne = async (question: FileQuestion): Promise<boolean> => {
    const { about, path } = question;
    const answer = await answerTo(document, question);
    answers.set(questionText(question), answer);
    if (about === 'exists') return answer !== YES;
    if (about === 'beside') names.set(path, await namesBeside(document, path));
    else if (answer !== '') anchors.set(path, await readAnchors(resolved(document, path)));
    return true;
  };
  /** Looks up what was asked and is not known; true if an analysis may now give something else. */
  const lookUp = async (asked: Iterable<string>): Promise<boolean> => {
    const open = [...asked]
      .filter((question) => !answers.has(question))
      .flatMap((question) => fileQuestion(question) ?? []);
    const news = await inBatches(open.slice(0, MOST_QUESTIONS - answers.size), lookUpOne);
    return news.includes(true);
  };
  return { files, answers, lookUp };
}
