/** The documents that `check` checks: those of its operands, or standard input. */

import { buffer } from 'node:stream/consumers';
import { maxTextLength } from '../core/config/scope';
import { UserError } from '../core/text/userError';
import type { CheckedFile } from '../node/check/checkFiles';
import { checkFiles } from '../node/check/checkFiles';
import { checkText } from '../node/check/checkText';
import { decoded } from '../node/files/readFile';
import type { Request } from '../node/workspace/request';
import type { Option } from './arguments';
import { optionOf } from './arguments';
import type { Session } from './command';

export const stdinOption: Option = {
  name: 'stdin-filepath',
  value: 'FILE',
  help: 'The file that standard input is for, if PATH is "-". Templates and links are looked up from there.',
};

/** The operand that stands for standard input. */
const STDIN = '-';
/** The file that standard input is for if no other is named. */
const NO_NAME = 'stdin.md';

/** Checks the documents in turn. Throws a `UserError` if standard input is not checked alone, or is no text. */
export async function* checkedFiles({ given }: Session, request: Request): AsyncGenerator<CheckedFile> {
  const { operands } = given;
  const named = optionOf(given, stdinOption.name);
  if (!operands.includes(STDIN)) {
    if (named !== undefined) {
      throw new UserError('no-stdin', `--${stdinOption.name} is only for the PATH "-", standard input.`);
    }
    yield* checkFiles(request, operands);
    return;
  }
  if (operands.length > 1 || request.changed !== undefined) {
    const why = 'Standard input ("-") is checked alone, without other PATHs and without --changed.';
    throw new UserError('stdin-alone', why);
  }
  const bytes = await buffer(process.stdin);
  if (bytes.length > maxTextLength) {
    throw new UserError('stdin-too-long', 'Standard input is larger than 2 MB, so it is not checked.');
  }
  const file = named ?? NO_NAME;
  yield await checkText(request, file, decoded(file, bytes));
}
