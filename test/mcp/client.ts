/** The SDK's own client on the server as a process: what any agent has. */

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { bundle, ENVIRONMENT } from '../cli/program';
import { assertFollowsSchema } from '../core/tools/outputSchemas';

/** No answer may be longer than this, whatever a document holds. */
export const MAX_ANSWER = 40_000;

export interface Agent {
  readonly client: Client;
  /** The answer of a tool; a refusal fails the test. */
  call<T>(name: string, input?: Record<string, unknown>): Promise<T>;
  /** The words of a refusal; an answer fails the test. */
  refused(name: string, input?: Record<string, unknown>): Promise<string>;
}

interface Result {
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly structuredContent?: unknown;
  readonly isError?: boolean;
}

const clients: Client[] = [];

/** How a server is started. */
export function serverCommand(folder: string, words: readonly string[]) {
  const env = Object.fromEntries(
    Object.entries(ENVIRONMENT).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { command: process.execPath, args: [bundle(), 'mcp', ...words], cwd: folder, env };
}

/** Starts a server on a folder; it ends with the tests. */
export async function agentOn(folder: string, ...words: string[]): Promise<Agent> {
  return agentWith(new Client({ name: 'test', version: '1.0.0' }), folder, words);
}

/** Starts a server for a client that has roots: the folders in the list, which may change. */
export async function agentWithRoots(
  roots: readonly string[],
  folder: string,
  ...words: string[]
): Promise<Agent> {
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    { capabilities: { roots: { listChanged: true } } },
  );
  client.setRequestHandler(ListRootsRequestSchema, () => ({
    roots: roots.map((root) => ({ uri: root.includes('://') ? root : pathToFileURL(root).href })),
  }));
  return agentWith(client, folder, words);
}

async function agentWith(client: Client, folder: string, words: readonly string[]): Promise<Agent> {
  clients.push(client);
  await client.connect(new StdioClientTransport(serverCommand(folder, words)));
  // The client checks results against the schemas that it has listed.
  await client.listTools();
  const request = async (name: string, input: Record<string, unknown>): Promise<Result> => {
    const result = (await client.callTool({ name, arguments: input })) as unknown as Result;
    const size = JSON.stringify(result).length;
    assert.ok(size < 2 * MAX_ANSWER, `${name} answered ${size} characters`);
    return result;
  };
  return {
    client,
    call: async <T>(name: string, input: Record<string, unknown> = {}) => {
      const { isError, content, structuredContent } = await request(name, input);
      assert.ok(!isError, content[0]?.text);
      assert.deepEqual(JSON.parse(content[0]?.text ?? ''), structuredContent);
      assertFollowsSchema(name, structuredContent);
      return structuredContent as T;
    },
    refused: async (name, input = {}) => {
      const { isError, content } = await request(name, input);
      assert.equal(isError, true, `${name} was not refused: ${content[0]?.text}`);
      return content[0]?.text ?? '';
    },
  };
}

after(async () => {
  for (const client of clients) await client.close();
});
