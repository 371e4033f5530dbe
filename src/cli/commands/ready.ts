/** `ready`: reports what blocks a review. */

import type { Readiness } from '../../core/analysis/readiness';
import { readiness } from '../../core/analysis/readiness';
import { readyJson } from '../../core/json/readiness';
import { fileStatesOf } from '../../core/tools/evidence';
import { analyzeFile } from '../../node/check/analyzeFiles';
import { openFileStates } from '../../node/check/fileStates';
import { count, printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import type { Command, Session } from '../command';
import { annotation } from '../github';
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
    templateOption,
    configOption,
  ],
  async run(session): Promise<0 | 1> {
    const { cwd, given, note } = session;
    const { path, analysis } = await analyzeFile(requestOf(session), given.operands[0] ?? '');
    const states = await fileStatesOf(openFileStates(cwd, note), { path, analysis });
    const readyFor = readiness(analysis, states);
    const print = PRINTERS[optionOf(given, 'format') ?? 'text'] ?? printText;
    print(session, path, readyFor);
    return readyFor.ready ? 0 : 1;
  },
};

type Printer = (session: Session, path: string, readiness: Readiness) => void;

/** Prints the reasons, and beside them what is known of the other verified steps. */
const printText: Printer = ({ print, note }, path, readyFor) => {
  for (const { line, message, rule } of readyFor.reasons) {
    print(printable(`${path}:${line + 1} ${rule === undefined ? '' : `${rule} `}${message}`));
  }
  for (const { line, proof, message, blocks } of readyFor.verified) {
    if (!blocks) note(`note: ${path}:${line + 1} ${proof}. ${message}`);
  }
  note(verdict(path, readyFor));
};

const printJson: Printer = ({ print }, path, readyFor) => {
  print(JSON.stringify({ version: 1, path, ...readyJson(readyFor) }, null, 2));
};

const printGithub: Printer = ({ print, note }, path, readyFor) => {
  for (const { line, message, rule } of readyFor.reasons) {
    print(annotation({ level: 'error', path, line: line + 1, title: rule ?? 'not proved', message }));
  }
  for (const { line, proof, message, blocks } of readyFor.verified) {
    if (blocks || proof === 'proved') continue;
    print(annotation({ level: 'notice', path, line: line + 1, title: `verified ${proof}`, message }));
  }
  note(verdict(path, readyFor));
};

const PRINTERS: Readonly<Record<string, Printer>> = {
  text: printText,
  json: printJson,
  github: printGithub,
};

/** The last line of the output. Only a draft can be ready for review; for a later document it counts the findings. */
function verdict(path: string, { ready, isDraft, reasons }: Readiness): string {
  if (isDraft) return `${path} is ${ready ? '' : 'not '}ready for review.`;
  return `${path}: ${ready ? 'no findings' : count(reasons.length, 'finding')}.`;
}
