/** A client that knows lines of JSON only, for any version of the protocol. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { serverCommand } from './client';

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface RawClient {
  /** The version of the protocol on which the server agreed. */
  readonly agreed: string;
  request<T>(method: string, params: object): Promise<T>;
}

const ends: (() => void)[] = [];

/** Starts a server on a folder and introduces itself with a version of the protocol. */
export async function rawClientOn(
  folder: string,
  protocolVersion: string,
  ...words: string[]
): Promise<RawClient> {
  const { command, args, cwd, env } = serverCommand(folder, words);
  const { stdin, stdout } = spawn(command, args, { cwd, env, stdio: ['pipe', 'pipe', 'inherit'] });
  ends.push(() => stdin.end());
  const waiting = new Map<number, (reply: Reply) => void>();
  createInterface({ input: stdout }).on('line', (line) => {
    const reply: Reply = JSON.parse(line);
    assert.ok(reply.id !== undefined, line);
    waiting.get(reply.id)?.(reply);
  });
  const send = (message: object): void => {
    stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  const request = async <T>(method: string, params: object): Promise<T> => {
    const id = waiting.size + 1;
    const reply = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    send({ id, method, params });
    const { result, error } = await reply;
    assert.equal(error, undefined, error?.message);
    return result as T;
  };
  const clientInfo = { name: 'raw', version: '1' };
  const { protocolVersion: agreed } = await request<{ protocolVersion: string }>('initialize', {
    protocolVersion,
    capabilities: {},
    clientInfo,
  });
  send({ method: 'notifications/initialized' });
  return { agreed, request };
}

after(() => {
  for (const end of ends) end();
});
