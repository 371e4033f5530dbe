/** Parses a command's arguments. Errors suggest what would be valid. */

import { parseArgs } from 'node:util';
import { UserError } from '../core/text/userError';
import { nearest } from '../node/program/messages';

/** An option of a command. */
export interface Option {
  readonly name: string;
  /** The placeholder for its value in help; an option without one is a switch. */
  readonly value?: string;
  /** Its value may be left out, and is written behind a `=`. */
  readonly inline?: boolean;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** It may be repeated, or have several values separated by commas. */
  readonly many?: boolean;
  /** Commas in a value are part of it. */
  readonly whole?: boolean;
  /** Its values are the words after `--`, whatever they look like: the placeholder for them in help. */
  readonly rest?: string;
  /** One sentence or two for help. */
  readonly help: string;
}

/** The positional arguments of a command. */
export interface Operands {
  /** As shown in help: `FILE`, `[PATH…]`. */
  readonly usage: string;
  readonly min: number;
  readonly max: number;
  /** Appended to the error message if there are too many or too few. */
  readonly hint?: string;
}

/** The name, operands and options of a command. */
export interface Signature {
  readonly name: string;
  readonly operands: Operands;
  readonly options: readonly Option[];
}

/** The parsed arguments of a command. */
export interface Arguments {
  readonly operands: readonly string[];
  /** The values of the options that were given; a switch has the value `''`. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

type ArgumentToken = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Extract<ArgumentToken, { kind: 'option' }>;

/** Parses the words after a command's name. Throws a `UserError` for a word that the command does not accept. */
export function readArguments(command: Signature, words: readonly string[]): Arguments {
  const known = Object.fromEntries(
    command.options.map((option) => [
      option.name,
      { type: option.value && !option.inline ? 'string' : 'boolean' } as const,
    ]),
  );
  const { tokens } = parseArgs({ args: [...words], options: known, strict: false, tokens: true });
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  let rest: string[] | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') (rest ?? operands).push(token.value);
    if (token.kind === 'option-terminator') rest = restOf(command, options);
    if (token.kind !== 'option') continue;
    const option = findOption(command, token);
    const values = readValues(option, token);
    options.set(option.name, option.many ? [...(options.get(option.name) ?? []), ...values] : values);
  }
  checkOperands(command, operands);
  checkRest(command, options);
  return { operands, options };
}

/** The values of the given option that takes the words after `--`; undefined if they are operands. */
function restOf(command: Signature, options: ReadonlyMap<string, string[]>): string[] | undefined {
  const option = command.options.find(({ name, rest }) => rest !== undefined && options.has(name));
  return option && options.get(option.name);
}

function checkRest(command: Signature, options: ReadonlyMap<string, readonly string[]>): void {
  for (const { name, rest } of command.options) {
    if (rest === undefined || options.get(name)?.length !== 0) continue;
    throw new UserError('missing-value', `--${name} needs words after "--": --${name} -- ${rest}.`);
  }
}

/** The last value of an option, or undefined if the option was not given. */
export function optionOf(given: Arguments, name: string): string | undefined {
  return given.options.get(name)?.at(-1);
}

/** Parses a whole number of at least `least`. Throws a `UserError` that names the argument if the text is none. */
export function wholeNumber(text: string, name: string, least: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least) return number;
  throw new UserError('not-a-number', `${name} must be a whole number from ${least}, not "${text}".`);
}

function findOption(command: Signature, token: OptionToken): Option {
  const option = command.options.find(({ name }) => name === token.name);
  if (option && token.rawName.startsWith('--')) return option;
  const names = command.options.map(({ name }) => `--${name}`);
  const meant = nearest(token.rawName, names);
  const instead = meant ? `Did you mean ${meant}?` : `It takes ${names.join(', ') || 'no options'}.`;
  throw new UserError('unknown-option', `"${command.name}" has no option ${token.rawName}. ${instead}`);
}

function readValues(option: Option, token: OptionToken): string[] {
  const { rawName, value, inlineValue } = token;
  if (option.inline) return [value ?? ''];
  if (option.value === undefined) {
    if (inlineValue) throw new UserError('unexpected-value', `${rawName} takes no value.`);
    return option.rest === undefined ? [''] : [];
  }
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
    const shown = option.choices?.join(' or ') ?? option.value;
    throw new UserError('missing-value', `${rawName} needs a value: ${rawName}=${shown}.`);
  }
  const values = option.many && !option.whole ? value.split(',').filter((part) => part !== '') : [value];
  for (const one of values) checkChoice(option, one);
  return values;
}

function checkChoice({ name, choices }: Option, value: string): void {
  if (!choices || choices.includes(value)) return;
  const meant = nearest(value, choices);
  const known = choices.join(', ');
  throw new UserError(
    'unknown-value',
    `--${name} cannot be "${value}". ${meant ? `Did you mean ${meant}? ` : ''}It can be: ${known}.`,
  );
}

function checkOperands({ name, operands }: Signature, given: readonly string[]): void {
  const { usage, min, max, hint } = operands;
  if (given.length >= min && given.length <= max) return;
  const found = given.length === 0 ? 'Got none' : `Got ${given.length}: ${given.join(', ')}`;
  const end = hint ? ` ${hint}` : '';
  throw new UserError('wrong-operands', `"${name}" takes ${usage || 'nothing'}. ${found}.${end}`);
}
