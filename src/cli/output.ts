/**
 * Where commands write: the result goes to one stream, what is said beside it to the other. Both are written to at
 * once: to load Node's own streams takes longer than most documents do.
 */

import * as fs from 'node:fs';
import { codeOf } from '../node/files/fileErrors';
import { printable } from '../node/program/messages';

/** How much of a result is gathered before it is written: writing line by line takes longer than finding them. */
const CHUNK = 1 << 14;
const TAKEN = Buffer.alloc(0);

export interface Output {
  /** Writes a part of the result and a line ending. */
  print(text: string): void;
  /** Writes one line beside the result, for people. */
  note(line: string): void;
  /** Writes what is still gathered. */
  flush(): void;
}

/** One of the process's streams. */
interface Sink {
  write(text: string): void;
  /** Does something when all that was written has been taken, which usually is at once. */
  whenTaken(then: () => void): void;
}

export const result = openSink(1);
export const beside = openSink(2);

/** What is printed before a note is also seen before it. */
export function openOutput(): Output {
  // A file or a pipe gets every byte of a diff; a terminal gets nothing that it would obey.
  const shown = isTerminal(1) ? printableLines : (text: string): string => text;
  let gathered = '';
  const flush = (): void => {
    result.write(shown(gathered));
    gathered = '';
  };
  return {
    print: (text) => {
      gathered += `${text}\n`;
      if (gathered.length > CHUNK) flush();
    },
    note: (line) => {
      flush();
      result.whenTaken(() => beside.write(`${printable(line)}\n`));
    },
    flush,
  };
}

/** A reader that closes the pipe early ("| head") has what it wanted; anything else is a real error. */
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

/** Writes as much as is taken at once; a pipe that is full may not wait for its reader. Gives the rest. */
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

/** A terminal, or what looks like one. */
function isTerminal(number: 1 | 2): boolean {
  return fs.fstatSync(number).isCharacterDevice();
}

/** The console of Windows takes texts, not bytes. */
function isConsole(number: 1 | 2): boolean {
  return process.platform === 'win32' && isTerminal(number);
}

function printableLines(text: string): string {
  if (/^[ -~\n]*$/.test(text)) return text;
  return text.split('\n').map(printable).join('\n');
}
