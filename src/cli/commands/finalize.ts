/** `finalize`: makes a document that has shipped its summary, in place. */

import { finalize } from '../../core/finalize/finalize';
import type { Obstacle } from '../../core/finalize/obstacles';
import { splitLines } from '../../core/text/text';
import { fileStatesOf } from '../../core/tools/evidence';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { analyzeFile } from '../../node/check/analyzeFiles';
import { openFileStates } from '../../node/check/fileStates';
import { replaceText } from '../../node/files/writeFile';
import { count, printable } from '../../node/program/messages';
import { finalizeFacts } from '../../node/workspace/finalize';
import { openWorkspace } from '../../node/workspace/workspace';
import type { Command, Session } from '../command';
import { unifiedDiff } from '../diff';
import { configOption, oneFile, requestOf, templateOption } from './options';

export const finalizeCommand: Command = {
  name: 'finalize',
  summary:
    'Makes a shipped document its summary, with the headings that others link to and where git has the full text.',
  operands: oneFile,
  options: [
    {
      name: 'keep',
      value: 'SECTION',
      whole: true,
      many: true,
      help: 'A section to keep as it is, besides the summary; may be repeated.',
    },
    { name: 'dry-run', help: 'Print the change as a diff and write nothing.' },
    templateOption,
    configOption,
  ],
  async run(session): Promise<0 | 1> {
    const { cwd, given, note, print } = session;
    const request = requestOf(session);
    const document = await analyzeFile(request, given.operands[0] ?? '');
    const { analysis, file, path, text } = document;
    const facts = await finalizeFacts(openWorkspace(cwd, note, request.config), file, text, note);
    const states = await fileStatesOf(openFileStates(cwd, note), { path, analysis });
    const result = finalize(analysis, { ...facts, states, keep: given.options.get('keep') ?? [] });
    switch (result.kind) {
      case 'already':
        note(printable(`${path}: ${result.message}`));
        return 0;
      case 'choose':
        print(printable(`${path} ${whichOf(result.sections)}`));
        return 1;
      case 'refused':
        printReasons(session, document, result.reasons);
        return 1;
      case 'summary':
        if (given.options.has('dry-run')) {
          print(unifiedDiff(path, text, result.text));
          return 0;
        }
        replaceText(file, text, result.text);
        print(printable(`${path}: ${count(lines(text), 'line')} -> ${lines(result.text)}`));
        note(printable(result.pointer));
        return 0;
    }
  },
};

function whichOf(sections: readonly string[]): string {
  const names = sections.map((name) => `"${name}"`).join(', ');
  return `The template does not say which section is the summary. Name those that stay with --keep: ${names}.`;
}

function printReasons({ note, print }: Session, { path }: AnalyzedFile, reasons: readonly Obstacle[]): void {
  for (const { line, message } of reasons) {
    print(printable(`${line === undefined ? path : `${path}:${line + 1}`} ${message}`));
  }
  note(printable(`${path} was not changed, for ${count(reasons.length, 'reason')}.`));
}

function lines(text: string): number {
  return splitLines(text.replace(/(?:\r\n|\n|\r)$/, '')).length;
}
