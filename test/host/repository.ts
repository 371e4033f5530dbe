/** Writes a git repository with one commit, without git: the browser has none. */

import * as vscode from 'vscode';
import { place } from './support';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function sha1(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes in the format of zlib, not compressed. They must be fewer than 65,536. */
function stored(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  const size = [length & 255, length >> 8, ~length & 255, (~length >> 8) & 255];
  return joined(
    new Uint8Array([0x78, 1, 1, ...size]),
    bytes,
    new Uint8Array([b >> 8, b & 255, a >> 8, a & 255]),
  );
}

async function writeObject(kind: string, content: Uint8Array): Promise<Uint8Array> {
  const bytes = joined(encode(`${kind} ${content.length}\0`), content);
  const id = await sha1(bytes);
  const name = hex(id);
  const file = place(`.git/objects/${name.slice(0, 2)}/${name.slice(2)}`);
  await vscode.workspace.fs.writeFile(file, stored(bytes));
  return id;
}

/** Makes the workspace folder a repository whose branch `main` has one file. */
export async function commitFile(path: string, text: string): Promise<void> {
  let id = await writeObject('blob', encode(text));
  let mode = '100644';
  for (const name of path.split('/').reverse()) {
    id = await writeObject('tree', joined(encode(`${mode} ${name}\0`), id));
    mode = '40000';
  }
  const who = 'A <a@b> 0 +0000';
  const commit = await writeObject(
    'commit',
    encode(`tree ${hex(id)}\nauthor ${who}\ncommitter ${who}\n\nx\n`),
  );
  const write = (name: string, content: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(place(`.git/${name}`), encode(content));
  await write('config', '[core]\n\trepositoryformatversion = 0\n');
  await write('HEAD', 'ref: refs/heads/main\n');
  await write('refs/heads/main', `${hex(commit)}\n`);
}
