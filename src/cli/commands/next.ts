/** `next`: shows the next step. */

import { firstInProgress } from '../../core/analysis/firstInProgress';
import { commandFor } from '../../core/handOff/command';
import { handOff } from '../../core/handOff/handOff';
import { nextJson } from '../../core/json/plans';
import { isRefused } from '../../core/plan/change';
import { idleText } from '../../core/plan/idle';
import type { NextStep } from '../../core/plan/next';
import { lineOf } from '../../core/plan/next';
import { digest } from '../../core/text/digest';
import { UserError } from '../../core/text/userError';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { analyzeFile, analyzeFiles } from '../../node/check/analyzeFiles';
import { printable } from '../../node/program/messages';
import { optionOf, wholeNumber } from '../arguments';
import type { Command } from '../command';
import { say } from './changing';
import { configOption, requestOf, templateOption } from './options';

const DEFAULT_LIMIT = '12000';
/** The answer if no document is in progress. */
const NOTHING = { reason: 'no-plan', lines: [], note: 'No design doc is in progress.' } as const;

export const next: Command = {
  name: 'next',
  summary: 'Shows the next step of a design doc, or of the first one in progress.',
  operands: { usage: '[FILE]', min: 0, max: 1 },
  options: [
    {
      name: 'format',
      value: 'text|json|prompt',
      choices: ['text', 'json', 'prompt'],
      help: 'The output format; a prompt hands the step to a coding agent. Default: text.',
    },
    {
      name: 'limit',
      value: 'N',
      help: `The maximum length of a prompt, in characters. Default: ${DEFAULT_LIMIT}.`,
    },
    templateOption,
    configOption,
  ],
  async run(session): Promise<0 | 1> {
    const [file] = session.given.operands;
    const request = requestOf(session);
    const found = await (file === undefined
      ? firstInProgress(analyzeFiles(request, [], { plans: true }))
      : analyzeFile(request, file));
    const format = optionOf(session.given, 'format');
    const limit = wholeNumber(optionOf(session.given, 'limit') ?? DEFAULT_LIMIT, '--limit', 1);
    const coming = found?.analysis.next;
    if (format === 'json') {
      const own = found ? nextJson(found.analysis) : { next: null, ...NOTHING };
      const json = {
        path: found?.path ?? null,
        documentVersion: found ? digest(found.text) : null,
        ...own,
        command: found && coming ? commandOn(found, coming) : null,
      };
      session.print(JSON.stringify({ version: 1, ...json }, null, 2));
    } else if (!found) {
      session.note(NOTHING.note);
    } else if (!coming) {
      session.note(printable(`${found.path}: ${idleText(found.analysis)}`));
    } else if (format === 'prompt') {
      session.print(promptOf(found, limit));
    } else {
      say(session, found, lineOf(coming), coming.action, (coming.step ?? coming.milestone).title);
      session.print(`  ${commandOn(found, coming)}`);
    }
    return 0;
  },
};

/** The command that does it, or records that it is done, on the document as it is now. */
function commandOn({ path, text }: AnalyzedFile, coming: NextStep): string {
  return commandFor({ path, version: digest(text) }, coming);
}

function promptOf({ path, text, analysis }: AnalyzedFile, limit: number): string {
  const pack = handOff(analysis, { path, version: digest(text), limit });
  if (isRefused(pack)) throw new UserError('no-prompt', pack.refused);
  return pack.text.trimEnd();
}
