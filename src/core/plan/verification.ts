/** The checks that verify a task, as its text names them, and the files that they are about. */

import { inlineSpans, withoutComments } from '../markdown/inline';
import { fold } from '../markdown/tokens';
import { shellWords } from '../text/shellWords';
import { chainTo } from './chain';
import type { Milestone } from './plan';
import type { Step } from './tasks';

/** The checks that verify a task. Its evidence is for all of them. */
export interface Verification {
  /** Commands and tests, which are written as inline code. */
  readonly commands: readonly string[];
  /** Checks in plain words, which only a person can judge. */
  readonly words: readonly string[];
  /** Globs of the files that the checks are about; empty for all files but design docs. */
  readonly files: readonly string[];
}

/** The part of a task in which checks are named. */
export type Written = Pick<Step | Milestone, 'prose'>;

/** "verify:" in any emphasis, as a word of its own: neither "no-verify:" nor part of an address. */
const LABEL = /(?<![\p{L}\p{N}/.@#:-]|[\p{L}\p{N}]_)verify[*_]*[ \t]?[:：][*_]*/giu;
const CODE_WITH_LABEL = /^verify[ \t]?[:：][ \t]*(\S.*)$/i;
/** What stands between a label and its first command, which is on the same line. */
const BEFORE_FIRST = /[ \t*_]*(?=\0)/y;
/** What stands between two commands of one label. */
const BEFORE_OTHER = /[ \t]*(?:\([^()\n]*\)[ \t]*)?(?:(?:[,;&+]|and\b|then\b)[ \t]*)+(?=\0)/y;
/** What stands before a command on a line of its own, below its label. */
const BEFORE_LINE = /[ \t*_]*(?:\([^()\n]*\)[ \t]*)?\n\s*(?=\0[ \t]*(?:\([^()\n]*\)[ \t]*)?(?:\n|$))/y;
/** The maximum number of characters that are read of a check in words. */
const MAX_WORDS = 300;
const PARENTHESES = /[ \t]*\(([^()\n]*)\)/y;
/** Parentheses behind a command; behind an operator of the shell, they are part of it. */
const PARENTHESES_AT_END = /^(.*[^\s&|;(])[ \t]+\(([^()]*)\)$/;

/** The checks that verify a task; undefined if it names none. Code blocks are examples, and name none. */
export function verificationOf({ prose }: Written): Verification | undefined {
  if (!prose.some((text) => /verify/i.test(text))) return undefined;
  const { masked, codes } = mask(prose);
  const [commands, words, files]: [string[], string[], string[]] = [[], [], []];
  const add = (text: string, end: number): void => {
    const { command, named } = withoutFiles(text);
    commands.push(command);
    files.push(...named, ...(pathsIn(matchAt(PARENTHESES, masked, end)?.[1] ?? '') ?? []));
  };
  for (const [at, code] of codes) {
    const text = CODE_WITH_LABEL.exec(code)?.[1];
    if (text === undefined) continue;
    codes.delete(at);
    add(text, at + 1);
  }
  for (const { 0: label, index } of masked.matchAll(LABEL)) {
    let at = index + label.length;
    let before = matchAt(BEFORE_FIRST, masked, at) ?? matchAt(BEFORE_LINE, masked, at);
    if (!before) words.push(restOfLine(masked, codes, at));
    while (before) {
      at += before[0].length;
      const code = codes.get(at);
      if (code) add(code, at + 1);
      codes.delete(at);
      at++;
      before = matchAt(BEFORE_OTHER, masked, at) ?? matchAt(BEFORE_LINE, masked, at);
    }
  }
  return commands.length + words.length > 0 ? { commands, words, files: [...new Set(files)] } : undefined;
}

/** All checks that verify a task in one line; undefined if it names none. */
export function verifiedBy(task: Written): string | undefined {
  const verification = verificationOf(task);
  return verification && [commandOf(verification), ...verification.words].filter(Boolean).join('; ');
}

/** All commands of a verification as one line for a shell; empty if it has none. */
export function commandOf({ commands }: Verification): string {
  return commands.join(' && ');
}

/**
 * True if words are the commands of a verification: one word that is the whole line, or the words of that line as a
 * shell splits it.
 */
export function isCommandOf(verification: Verification, words: readonly string[]): boolean {
  const command = commandOf(verification);
  const [first = '', ...others] = words;
  if (command === '') return false;
  if (others.length === 0) return fold(first) === command;
  return JSON.stringify(shellWords(command)) === JSON.stringify(words);
}

/** A task, and whether only a person may complete it. */
export interface WalkedTask {
  readonly task: Milestone | Step;
  readonly forPeople: boolean;
}

/**
 * All tasks in the order of their lines. Only a person may complete a task that is marked (human), the tasks under it,
 * and a task with a check in plain words.
 */
export function* walkTasks(tasks: readonly (Milestone | Step)[], human = false): Generator<WalkedTask> {
  for (const task of tasks) {
    const marked = human || isMarkedHuman(task);
    yield { task, forPeople: marked || hasWords(task) };
    yield* walkTasks(task.steps, marked);
  }
}

/** True if only a person may complete the task on a line. `tasks` are the milestones of the plan, or the one around it. */
export function isForPeople(tasks: readonly (Milestone | Step)[], line: number): boolean {
  const chain = chainTo(tasks, line);
  const own = chain.at(-1);
  return chain.some(isMarkedHuman) || (own !== undefined && hasWords(own));
}

function hasWords(task: Written): boolean {
  return (verificationOf(task)?.words.length ?? 0) > 0;
}

/** True if the text of the task itself has "(human)". */
export function isMarkedHuman({ prose }: Written): boolean {
  return prose.some((text) => /[(（]human[)）]/i.test(withoutComments(text)));
}

/** The text with a NUL for each code span and without other spans, and the codes by the offset of their NUL. */
function mask(prose: readonly string[]): { readonly masked: string; readonly codes: Map<number, string> } {
  const codes = new Map<number, string>();
  let masked = '';
  for (const block of prose) {
    const text = block.replaceAll('\0', ' ');
    let from = 0;
    for (const { kind, start, end } of inlineSpans(text)) {
      masked += text.slice(from, start);
      from = end;
      if (kind !== 'code') continue;
      codes.set(masked.length, fold(text.slice(start, end).replace(/^`+|`+$/g, '')));
      masked += '\0';
    }
    masked += `${text.slice(from)}\n`;
  }
  return { masked, codes };
}

/** The words behind a label that has no command; if there are none, those of the next line. */
function restOfLine(masked: string, codes: ReadonlyMap<number, string>, from: number): string {
  const [text = ''] = /\S.*/.exec(masked.slice(from, from + MAX_WORDS)) ?? [];
  const start = masked.indexOf(text, from);
  return fold(text.replace(/\0/g, (_, at: number) => `\`${codes.get(start + at) ?? ''}\``)) || 'by hand';
}

/** A command without the files that it names in parentheses at its end. */
function withoutFiles(text: string): { readonly command: string; readonly named: readonly string[] } {
  const [, command = '', inside = ''] = PARENTHESES_AT_END.exec(text) ?? [];
  const named = pathsIn(inside);
  return named ? { command, named } : { command: text, named: [] };
}

/** The paths and globs in a text that holds nothing else, or undefined: "(slow)" and "(see docs/a.md)" are remarks. */
function pathsIn(text: string): string[] | undefined {
  const names = text.match(/(?:\{[^{}]*\}|[^\s,{}])+/g) ?? [];
  const arePaths = names.every((name) => /^[^-!].*$/.test(name) && /[/*]|[^.]\.\w+$/.test(name));
  return names.length > 0 && arePaths ? names : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
