/**
 * The output of commands: results go to standard output, notes to standard error. Both are written synchronously where
 * possible, because loading Node's streams takes longer than checking most documents.
 */

import * as fs from 'node:fs';
import { codeOf } from '../node/files/fileErrors';
import { printable } from '../node/program/messages';
import type { Progress } from './progress';
import { openProgress } from './progress';

/** The buffer size of results, in UTF-16 units: writing line by line takes longer than checking. */
const CHUNK = 1 << 14;
const TAKEN = Buffer.alloc(0);
/** The width of a terminal that does not know its own. */
const COLUMNS = 80;

/** The output of one command. */
export interface Output {
  /** Buffers text and a line ending for standard output. */
  print(text: string): void;
  /** Like `print`, for text that may have styles. What comes from documents and paths must be escaped in it. */
  printStyled(text: string): void;
  /** The width of the terminal that standard output is; undefined if it is none. */
  readonly columns: number | undefined;
  /** Writes one line for people to standard error. */
  note(line: string): void;
  /** Shows how far a long run is, if standard error is a terminal. */
  readonly progress: Progress['show'];
  /** Writes the buffered text. */
  flush(): void;
}

/** One of the process's streams. */
interface Sink {
  write(text: string): void;
  /** Calls back when all writes are complete, which usually is immediately. */
  whenTaken(then: () => void): void;
}

/** Standard output. */
export const result = openSink(1);
/** Standard error. */
export const beside = openSink(2);

/** The output of a command. Text printed before a note appears before it. */
export function openOutput(): Output {
  // A file or a pipe gets every byte of a diff; a terminal gets no control characters.
  const shown = isDevice(1) ? printableLines : (text: string): string => text;
  const progress = openProgress(isWatched() ? beside.write : undefined);
  let gathered = '';
  const flush = (): void => {
    progress.clear();
    result.write(gathered);
    gathered = '';
  };
  const printStyled = (text: string): void => {
    gathered += `${text}\n`;
    if (gathered.length > CHUNK) flush();
  };
  return {
    print: (text) => printStyled(shown(text)),
    printStyled,
    columns: isTerminal(1) ? process.stdout.columns || COLUMNS : undefined,
    progress: progress.show,
    note: (line) => {
      flush();
      result.whenTaken(() => beside.write(`${printable(line)}\n`));
    },
    flush,
  };
}

/** Ignores a reader that closes the pipe early, such as `| head`; other errors are thrown. */
export function allowClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error) => {
    if (codeOf(error) !== 'EPIPE') throw error;
  });
}

function openSink(number: 1 | 2): Sink {
  let stream: NodeJS.WriteStream | undefined;
  let waiting = 0;
  return {
    write: (text) => {
      const rest = stream || isConsole(number) ? text : writeAtOnce(number, text);
      if (rest.length === 0) return;
      if (!stream) {
        stream = number === 1 ? process.stdout : process.stderr;
        allowClosedPipe(stream);
      }
      stream.write(rest);
    },
    whenTaken: (then) => {
      if (waiting === 0 && !stream?.writableLength) return then();
      waiting++;
      stream?.write('', () => {
        waiting--;
        then();
      });
    },
  };
}

/** Writes as much as possible synchronously and returns the rest: a full non-blocking pipe accepts only a part. */
function writeAtOnce(number: 1 | 2, text: string): Uint8Array {
  let written = 0;
  try {
    written = fs.writeSync(number, text);
    if (written === Buffer.byteLength(text)) return TAKEN;
    for (const bytes = Buffer.from(text); written < bytes.length; )
      written += fs.writeSync(number, bytes, written);
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return TAKEN;
    if (codeOf(error) !== 'EAGAIN') throw error;
  }
  return Buffer.from(text).subarray(written);
}

/** True for a terminal, or another character device. */
function isDevice(number: 1 | 2): boolean {
  return fs.fstatSync(number).isCharacterDevice();
}

/** True for a terminal. Node's streams, which know it, are loaded only for a character device. */
function isTerminal(number: 1 | 2): boolean {
  return isDevice(number) && (number === 1 ? process.stdout : process.stderr).isTTY;
}

/**
 * True if a person sees a line on standard error change. A service of continuous integration keeps every version of it.
 */
function isWatched(): boolean {
  const { CI, TERM } = process.env;
  return TERM !== 'dumb' && (CI ?? '') === '' && isTerminal(2);
}

/** True for the console of Windows, which takes strings, not bytes. */
function isConsole(number: 1 | 2): boolean {
  return process.platform === 'win32' && isDevice(number);
}

function printableLines(text: string): string {
  if (/^[ -~\n]*$/.test(text)) return text;
  return text.split('\n').map(printable).join('\n');
}
