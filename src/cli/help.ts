/** Help texts, generated from the list of commands. */

import type { Option } from './arguments';
import type { Command } from './command';

/** The help of the program: its purpose and its commands. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    "Checks, fixes and creates design docs; your team's Markdown template is the rule set.",
    '',
    'Usage: design-docs COMMAND [OPTIONS]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'design-docs help COMMAND   shows the arguments and options of a command',
    'design-docs --version      shows the version',
    '',
    'Exit status: 0 no findings, 1 findings, 2 could not run.',
    '',
  ].join('\n');
}

/** The help of one command: its operands and options. */
export function commandHelp(command: Command): string {
  const last = command.options.filter(({ rest }) => rest !== undefined);
  const options = [...command.options.filter(({ rest }) => rest === undefined), ...last].map((option) => ({
    usage: optionUsage(option),
    help: option.help,
  }));
  const width = Math.max(0, ...options.map(({ usage }) => usage.length));
  return [
    `Usage: design-docs ${[command.name, command.operands.usage, ...options.map(({ usage }) => `[${usage}]`)].join(' ')}`,
    '',
    command.summary,
    ...(options.length > 0 ? [''] : []),
    ...options.map(({ usage, help }) => `  ${usage.padEnd(width)}  ${help}`),
    '',
  ].join('\n');
}

function optionUsage({ name, value, inline, many, rest }: Option): string {
  const words = rest === undefined ? '' : ` -- ${rest}`;
  const shown = inline ? `[=${value}]` : ` ${value}`;
  return `--${name}${value === undefined ? '' : shown}${many ? '…' : ''}${words}`;
}
