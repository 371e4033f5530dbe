/** `ready`: reports what blocks a review. */

import type { Readiness } from '../../core/analysis/readiness';
import { readiness } from '../../core/analysis/readiness';
import { readyJson } from '../../core/json/readiness';
import { changesSince } from '../../core/tools/documentStore';
import { analyzeFile } from '../../node/check/analyzeFiles';
import { changeFinder } from '../../node/check/documentStore';
import { count, printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { configOption, formatOption, oneFile, requestOf, templateOption } from './options';

export const ready: Command = {
  name: 'ready',
  summary:
    'Reports whether a draft is ready for review: every section written, no warnings, no stale evidence.',
  operands: oneFile,
  options: [formatOption, templateOption, configOption],
  async run(session): Promise<0 | 1> {
    const { cwd, given, print, note } = session;
    const found = await analyzeFile(requestOf(session), given.operands[0] ?? '');
    const git = { changedSince: changeFinder(cwd, note) };
    const readyFor = readiness(found.analysis, await changesSince(git, found));
    const answer = readyJson(readyFor);
    if (optionOf(given, 'format') === 'json') {
      print(JSON.stringify({ version: 1, path: found.path, ...answer }, null, 2));
      return answer.ready ? 0 : 1;
    }
    for (const { line, message, rule } of answer.reasons) {
      print(printable(`${found.path}:${line} ${rule === null ? '' : `${rule} `}${message}`));
    }
    for (const tree of answer.unknownTrees) {
      note(`note: git knows no "${tree}" here, so it cannot tell whether evidence from there is stale.`);
    }
    note(verdict(found.path, readyFor));
    return answer.ready ? 0 : 1;
  },
};

/** The last line of the output. Only a draft can be ready for review; for a later document it counts the findings. */
function verdict(path: string, { ready, isDraft, reasons }: Readiness): string {
  if (isDraft) return `${path} is ${ready ? '' : 'not '}ready for review.`;
  return `${path}: ${ready ? 'no findings' : count(reasons.length, 'finding')}.`;
}
