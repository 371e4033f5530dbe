/** Bounds the size of messages, which are one per line. A longer message gets an error, and the server goes on. */

import { Transform } from 'node:stream';

/** The size limit of a message, in bytes. No tool takes as much: a document has at most half that size. */
export const MAX_BYTES = 4 * 1024 * 1024;
/** How many bytes to keep of the start and the end of a message that is too long, to find its id there. */
const EDGE = 1024;
const ID = String.raw`"id"\s*:\s*(-?\d{1,15}|"[^"\\]{1,200}")`;
const VERSION = String.raw`"jsonrpc"\s*:\s*"2\.0"`;
/** Clients write the id before or after the contents. An id elsewhere may be part of the contents. */
const FIRST = new RegExp(String.raw`^\s*\{\s*(?:${VERSION}\s*,\s*)?${ID}\s*,`);
const LAST = new RegExp(String.raw`,\s*${ID}\s*(?:,\s*${VERSION}\s*)?\}\s*$`);

/** A stream that drops lines of more than `most` bytes. For each of them it calls `refuse` with the id, if found. */
export function boundedLines(refuse: (id: string | number | undefined) => void, most = MAX_BYTES): Transform {
  let gathered: Buffer[] = [];
  let size = 0;
  let edges: { readonly head: Buffer; tail: Buffer } | undefined;
  const take = (part: Buffer): void => {
    size += part.length;
    if (edges) edges.tail = lastBytes([edges.tail, part]);
    else gathered.push(part);
    if (size <= most || edges) return;
    const all = Buffer.concat(gathered);
    edges = { head: all.subarray(0, EDGE), tail: lastBytes([all]) };
    gathered = [];
  };
  const finish = (): Buffer | undefined => {
    const line = edges ? undefined : Buffer.concat(gathered);
    if (edges) refuse(idIn(edges));
    [gathered, size, edges] = [[], 0, undefined];
    return line;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        take(chunk.subarray(from, end + 1));
        const line = finish();
        if (line) this.push(line);
        from = end + 1;
      }
      if (from < chunk.length) take(chunk.subarray(from));
      done();
    },
    flush(done) {
      done(null, size > 0 ? finish() : undefined);
    },
  });
}

function lastBytes(parts: readonly Buffer[]): Buffer {
  return Buffer.from(Buffer.concat(parts).subarray(-EDGE));
}

function idIn({ head, tail }: { readonly head: Buffer; readonly tail: Buffer }): string | number | undefined {
  const found = FIRST.exec(head.toString())?.[1] ?? LAST.exec(tail.toString())?.[1];
  return found === undefined ? undefined : JSON.parse(found);
}
