/** `ready`: reports what blocks a review. */

import { readyJson } from '../../core/json/readiness';
import type { Readiness } from '../../core/review/readiness';
import { readiness } from '../../core/review/readiness';
import { UserError } from '../../core/text/userError';
import { fileStatesOf } from '../../core/tools/evidence';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { analyzeFile } from '../../node/check/analyzeFiles';
import { openFileStates } from '../../node/check/fileStates';
import { count, printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import { boxLines } from '../boxes';
import type { Command, Session } from '../command';
import { annotation } from '../github';
import { mark } from '../markReady';
import { configOption, oneFile, requestOf, templateOption } from './options';

export const ready: Command = {
  name: 'ready',
  summary:
    'Reports whether a draft is ready for review: every section written, no warnings, every verified step proved.',
  operands: oneFile,
  options: [
    {
      name: 'format',
      value: 'text|json|github',
      choices: ['text', 'json', 'github'],
      help: 'The output format; github writes annotations for GitHub Actions. Default: text.',
    },
    {
      name: 'mark',
      help: "Remove what is there for the author alone, and set the status to the template's word for a review.",
    },
    { name: 'dry-run', help: 'With --mark: print the change as a diff and write nothing.' },
    templateOption,
    configOption,
  ],
  async run(session): Promise<0 | 1> {
    const { cwd, given, note } = session;
    const file = await analyzeFile(requestOf(session), given.operands[0] ?? '');
    const print = PRINTERS[optionOf(given, 'format') ?? 'text'] ?? printText;
    if (given.options.has('mark')) {
      if (given.options.has('format')) {
        throw new UserError(
          'mark-format',
          '--mark changes the document and has no format: leave out --format.',
        );
      }
      const unmet = await mark(session, file);
      if (unmet) print(session, file, unmet);
      return unmet ? 1 : 0;
    }
    if (given.options.has('dry-run')) {
      throw new UserError('dry-run', 'Only --mark changes the document: pass --dry-run together with it.');
    }
    const { path, analysis } = file;
    const states = await fileStatesOf(openFileStates(cwd, note), { path, analysis });
    const readyFor = readiness(analysis, states);
    print(session, file, readyFor);
    return readyFor.ready ? 0 : 1;
  },
};

type Printer = (session: Session, file: AnalyzedFile, readiness: Readiness) => void;

/** Prints the boxes, or the reasons of a document that has none, and what is known of the other verified steps. */
const printText: Printer = ({ print, note }, { path }, readyFor) => {
  const { boxes, reasons } = readyFor;
  for (const line of boxLines(path, boxes)) print(line);
  for (const { line, message, rule } of boxes.length > 0 ? [] : reasons) {
    print(printable(`${path}:${line + 1} ${rule === undefined ? '' : `${rule} `}${message}`));
  }
  for (const { line, proof, message, blocks } of readyFor.verified) {
    if (!blocks) note(`note: ${path}:${line + 1} ${proof}. ${message}`);
  }
  note(verdict(path, readyFor));
};

const printJson: Printer = ({ print }, { path, analysis }, readyFor) => {
  print(JSON.stringify({ version: 1, path, ...readyJson(analysis, readyFor) }, null, 2));
};

const printGithub: Printer = ({ print, note }, { path }, readyFor) => {
  for (const { line, message, rule } of readyFor.reasons) {
    const title = rule ?? 'not proved';
    print(annotation({ level: 'error', path, line: line + 1, title, message: String(message) }));
  }
  for (const { state, title, question = title, places } of readyFor.boxes) {
    if (state !== 'person') continue;
    // A question about the whole document is shown on its first line.
    const asked = places.map(({ range, message }) => ({
      line: range.start.line + 1,
      message: String(message),
    }));
    for (const place of asked.length > 0 ? asked : [{ line: 1, message: String(question) }]) {
      print(annotation({ level: 'notice', path, title: String(title), ...place }));
    }
  }
  for (const { line, proof, message, blocks } of readyFor.verified) {
    if (blocks || proof === 'proved') continue;
    const title = `verified ${proof}`;
    print(annotation({ level: 'notice', path, line: line + 1, title, message: String(message) }));
  }
  note(verdict(path, readyFor));
};

const PRINTERS: Readonly<Record<string, Printer>> = {
  text: printText,
  json: printJson,
  github: printGithub,
};

/**
 * The last line of the output. Only a draft can be ready for review; for a later document it counts the findings. What
 * no program can judge is not part of the verdict, so it counts the questions.
 */
function verdict(path: string, { ready, isDraft, reasons, boxes }: Readiness): string {
  const questions = boxes.filter(({ state }) => state === 'person').length;
  const left = ready && questions > 0 ? ` Questions for a person: ${questions}.` : '';
  if (isDraft) return `${path} is ${ready ? '' : 'not '}ready for review.${left}`;
  return `${path}: ${ready ? 'no findings' : count(reasons.length, 'finding')}.`;
}
