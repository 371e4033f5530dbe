/** `next`: shows the next step. */

import { handOff } from '../../core/handOff/handOff';
import { nextJson } from '../../core/json/plans';
import { isRefused } from '../../core/plan/change';
import { lineOf } from '../../core/plan/next';
import { digest } from '../../core/text/digest';
import { UserError } from '../../core/text/userError';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { analyzeFile, analyzeFiles } from '../../node/check/analyzeFiles';
import type { Request } from '../../node/workspace/request';
import { optionOf, wholeNumber } from '../arguments';
import type { Command } from '../command';
import { say } from './changing';
import { configOption, requestOf, templateOption } from './options';

const DEFAULT_LIMIT = '12000';

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
    const found = await (file === undefined ? firstInProgress(request) : analyzeFile(request, file));
    const format = optionOf(session.given, 'format');
    const limit = wholeNumber(optionOf(session.given, 'limit') ?? DEFAULT_LIMIT, '--limit', 1);
    const coming = found?.analysis.next;
    if (format === 'json') {
      const own = { path: found?.path ?? null, next: found ? nextJson(found.analysis) : null };
      session.print(JSON.stringify({ version: 1, ...own }, null, 2));
    } else if (!found || !coming) {
      const where = file === undefined ? 'any design doc in progress' : file;
      session.note(`Nothing is left to do in ${where}.`);
    } else if (format === 'prompt') {
      session.print(promptOf(found, limit));
    } else {
      say(session, found, lineOf(coming), coming.action, (coming.step ?? coming.milestone).title);
    }
    return 0;
  },
};

function promptOf({ path, text, analysis }: AnalyzedFile, limit: number): string {
  const pack = handOff(analysis, { path, version: digest(text), limit });
  if (isRefused(pack)) throw new UserError('no-prompt', pack.refused);
  return pack.text.trimEnd();
}

async function firstInProgress(request: Request): Promise<AnalyzedFile | undefined> {
  for await (const found of analyzeFiles(request, [])) {
    const { bound, next: coming } = found.analysis;
    if (bound?.stage === 'progress' && coming) return found;
  }
  return undefined;
}
