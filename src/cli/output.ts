/** Where commands write: the result goes to one stream, what is said beside it to the other. */

import { printable } from '../node/wording';

/** How much of a result is gathered before it is written: writing line by line takes longer than finding them. */
const CHUNK = 1 << 14;

export interface Output {
  /** Writes a part of the result and a line ending. */
  print(text: string): void;
  /** Writes one line beside the result, for people. */
  note(line: string): void;
  /** Writes what is still gathered. */
  flush(): void;
}

/** The process's own streams. What is printed before a note is also seen before it. */
export function openOutput(): Output {
  let gathered = '';
  let waiting = 0;
  const flush = (): void => {
    if (gathered !== '') process.stdout.write(gathered);
    gathered = '';
  };
  return {
    // A file or a pipe gets every byte of a diff; a terminal gets nothing that it would obey.
    print: (text) => {
      gathered += `${process.stdout.isTTY ? printableLines(text) : text}\n`;
      if (gathered.length > CHUNK) flush();
    },
    note: (line) => {
      flush();
      const write = (): unknown => process.stderr.write(`${printable(line)}\n`);
      if (waiting === 0 && process.stdout.writableLength === 0) write();
      else {
        // A pipe is full, and the rest is written when its reader has taken some.
        waiting++;
        process.stdout.write('', () => {
          waiting--;
          write();
        });
      }
    },
    flush,
  };
}

/** A reader that closes the pipe early ("| head") has what it wanted; anything else is a real error. */
export function allowClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
