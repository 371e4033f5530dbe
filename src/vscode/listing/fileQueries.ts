/**
 * Answers a closed document's questions about the files that it refers to. VS Code's file system is asynchronous and
 * the core is synchronous: an analysis uses the known answers, and is repeated once its open questions are answered.
 */

import type { Uri } from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { analyze } from '../../core/analysis/analyze';
import type { Answers } from '../../core/cache/entry';
import type { FileQuestion } from '../../core/cache/recordedEnvironment';
import {
  fileQuestion,
  MERGED,
  questionText,
  RecordedEnvironment,
} from '../../core/cache/recordedEnvironment';
import type { LinkedFile } from '../../core/document/links/anchors';
import type { Summary } from '../../core/json/documents';
import { summaryOf } from '../../core/json/summary';
import type { Files } from '../../core/rules/rule';
import { digest } from '../../core/text/digest';
import { inBatches } from '../model/batches';
import { findMetadata, readMetadata } from '../model/folderMetadata';
import { readAnchors, textVersion } from '../model/linkedAnchors';
import { isOutside, leadsSomewhere, resolved, siblingNames } from '../model/linkTargets';
import type { MergedDocuments } from '../model/mergedDocuments';
import type { Services } from '../services/services';

/** The maximum number of questions answered for one document. Beyond it, files count as existing. */
const MAX_QUESTIONS = 1000;

const YES = 'yes';

/** Answers questions about a document's files. Each answer is a string that changes whenever the answer changes. */
export async function answersTo(
  merged: MergedDocuments,
  document: Uri,
  questions: readonly string[],
): Promise<Answers> {
  const answers = await inBatches(questions, async (question): Promise<[string, string]> => {
    const file = fileQuestion(question);
    if (question === MERGED) return [question, (await merged.find(document)) ?? ''];
    return [question, file ? await answerTo(document, file) : ''];
  });
  return Object.fromEntries(answers);
}

async function answerTo(document: Uri, { about, path }: FileQuestion): Promise<string> {
  if (about === 'exists') return (await leadsSomewhere(document, path)) ? YES : '';
  if (about === 'beside') return digest((await siblingNames(document, path)).join('\0'));
  const place = resolved(document, path);
  if (isOutside(place)) return '';
  const file = about === 'metadata' ? await findMetadata(place) : place;
  return file === undefined ? '' : textVersion(file);
}

/** Summarizes a document's text, and returns the answers about other files on which the summary depends. */
export async function summarize(
  services: Pick<Services, 'merged' | 'analyses'>,
  document: Uri,
  text: string,
): Promise<{ readonly summary: Summary; readonly answers: Answers }> {
  const { analysis, answers } = await analyzeText(services, document, text);
  return { summary: summaryOf(analysis), answers };
}

/** Analyzes a document's text, and returns the answers about other files on which the analysis depends. */
export async function analyzeText(
  { merged, analyses }: Pick<Services, 'merged' | 'analyses'>,
  document: Uri,
  text: string,
): Promise<{ readonly analysis: Analysis; readonly answers: Answers }> {
  const known = knownFiles(document);
  const blob = await merged.find(document);
  const isMerged = (): boolean => merged.matches(text, blob);
  const environment = { ...analyses.environment(document), isMerged };
  for (;;) {
    const questions = new Set<string>();
    const files = environment.files && known.files;
    const analysis = analyze(text, new RecordedEnvironment(environment, environment, files, questions));
    const hasChanged = await known.lookUp(questions);
    if (hasChanged) continue;
    const answers = Object.fromEntries(known.answers);
    return { analysis, answers: questions.has(MERGED) ? { ...answers, [MERGED]: blob ?? '' } : answers };
  }
}

/** The files that a document refers to. Until it is looked up, a file counts as existing and has no anchors. */
function knownFiles(document: Uri) {
  const answers = new Map<string, string>();
  const names = new Map<string, readonly string[]>();
  const anchors = new Map<string, LinkedFile | undefined>();
  const texts = new Map<string, string | undefined>();
  const files: Files = {
    exists: (path) => (answers.get(questionText({ about: 'exists', path })) ?? YES) === YES,
    beside: (path) => names.get(path) ?? [],
    anchors: (path) => anchors.get(path),
    metadata: (path) => texts.get(path),
    isSelf: (path) => resolved(document, path).toString() === document.toString(),
  };
  /** Looks up one answer. Returns true if it differs from the default that was used until now. */
  const lookUpOne = async (question: FileQuestion): Promise<boolean> => {
    const { about, path } = question;
    const answer = await answerTo(document, question);
    answers.set(questionText(question), answer);
    if (about === 'exists') return answer !== YES;
    if (about === 'beside') names.set(path, await siblingNames(document, path));
    else if (answer === '') return true;
    else if (about === 'metadata') texts.set(path, await readMetadata(resolved(document, path)));
    else anchors.set(path, await readAnchors(resolved(document, path)));
    return true;
  };
  /** Looks up the questions that have no answer yet. Returns true if the analysis must be repeated. */
  const lookUp = async (questions: Iterable<string>): Promise<boolean> => {
    const open = [...questions]
      .filter((question) => !answers.has(question))
      .flatMap((question) => fileQuestion(question) ?? []);
    const changes = await inBatches(open.slice(0, MAX_QUESTIONS - answers.size), lookUpOne);
    return changes.includes(true);
  };
  return { files, answers, lookUp };
}
