/** The tools of the core as MCP tools. */

import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { CallToolResult, Tool as ToolListing } from '@modelcontextprotocol/sdk/types.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { UserError } from '../core/text/userError';
import { tools } from '../core/tools/index';
import type { Tool } from '../core/tools/tool';
import type { RootStores } from '../node/check/rootStores';
import type { Note } from '../node/workspace/workspace';

/** Answers the requests to list and to call tools. */
export function offerTools(
  server: Server,
  offered: readonly Tool[],
  openStores: () => Promise<RootStores>,
  note: Note,
): void {
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: offered.map(listing) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: given = {} } }) => {
    try {
      const tool = toolNamed(name, offered);
      const stores = await openStores();
      const store = typeof given.path === 'string' ? stores.at(given.path) : stores.all;
      return success(await tool.run(store, given));
    } catch (error) {
      return failure(error, note);
    }
  });
}

function listing({ name, title: said, description, input, output, writes, idempotent }: Tool): ToolListing {
  const title = String(said);
  return {
    name,
    title,
    description,
    inputSchema: { ...input, required: [...input.required] },
    outputSchema: { ...output, required: [...output.required] },
    annotations: {
      title,
      readOnlyHint: !writes,
      destructiveHint: false,
      idempotentHint: idempotent,
      openWorldHint: false,
    },
  };
}

function toolNamed(name: string, offered: readonly Tool[]): Tool {
  const found = offered.find((tool) => tool.name === name);
  if (found) return found;
  if (tools.some((tool) => tool.name === name)) {
    throw new UserError(
      'read-only',
      `${name} changes files, but this server only reads. It has to be started with --write.`,
    );
  }
  const names = offered.map((tool) => tool.name).join(', ');
  throw new UserError('no-such-tool', `There is no tool "${name}". The tools are: ${names}.`);
}

function success(answer: object): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(answer) }],
    structuredContent: { ...answer },
  };
}

/** An error is an answer, so that the agent can act on it. An unexpected one is also logged with its stack. */
function failure(error: unknown, note: Note): CallToolResult {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof UserError)) note(error instanceof Error ? (error.stack ?? message) : message);
  const text = error instanceof UserError ? message : `This is a bug in the tool: ${message}`;
  return { content: [{ type: 'text', text }], isError: true };
}
