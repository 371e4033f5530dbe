/** The command line: finds the command, runs it, and converts errors to a message and an exit status. */

import { UserError } from '../core/text/userError';
import { installedVersion } from '../node/program/install';
import { nearest, printable } from '../node/program/messages';
import { readArguments } from './arguments';
import type { Command } from './command';
import { commands } from './commands/index';
import { commandHelp, overview } from './help';
import { beside, openOutput, result } from './output';

const COULD_NOT_RUN = 2;

async function main(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words;
  if (first === undefined) {
    beside.write(overview(commands));
    return COULD_NOT_RUN;
  }
  if (first === '--version') {
    result.write(`${installedVersion()}\n`);
    return 0;
  }
  if (isHelp(first) || first === 'help') {
    const topic = rest.find((word) => !isHelp(word));
    result.write(topic === undefined ? overview(commands) : commandHelp(findCommand(topic)));
    return 0;
  }
  const command = findCommand(first);
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.some(isHelp)) {
    result.write(commandHelp(command));
    return 0;
  }
  const output = openOutput();
  let failed = false;
  const fail = (line: string): void => {
    failed = true;
    output.note(line);
  };
  try {
    const session = { cwd: process.cwd(), given: readArguments(command, rest), ...output, fail };
    const status = await command.run(session);
    return failed ? COULD_NOT_RUN : status;
  } finally {
    output.flush();
  }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

function findCommand(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const names = commands.map((candidate) => candidate.name);
  const meant = nearest(name, names);
  const instead = meant ? `Did you mean "${meant}"?` : `The commands are: ${names.join(', ')}.`;
  throw new UserError('unknown-command', `There is no command "${name}". ${instead}`);
}

/** The message of an error, the only place that makes one. `DESIGN_DOCS_DEBUG` adds the stack trace. */
function explain(error: unknown): string {
  if (error instanceof UserError) return `design-docs: ${printable(error.message)}\n`;
  const stack = error instanceof Error ? error.stack : undefined;
  if (process.env.DESIGN_DOCS_DEBUG) return `${stack ?? String(error)}\n`;
  const message = printable(error instanceof Error ? error.message : String(error));
  return `design-docs: ${message}\nThis is a bug. Set DESIGN_DOCS_DEBUG=1 to see where it happened.\n`;
}

/** Runs the command in the process's arguments and sets the exit code. */
export function start(): void {
  // Calling `process.exit` would discard output that a pipe has not accepted yet.
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      beside.write(explain(error));
      process.exitCode = COULD_NOT_RUN;
    },
  );
}
