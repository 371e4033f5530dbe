/** The rules, templates and documents as MCP resources. */

import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { UserError } from '../core/text/userError';
import { listResources, readResource, resourceTemplates } from '../core/tools/resources';
import type { RootStores } from '../node/check/rootStores';

/** The protocol's code for a resource that does not exist. */
const NOT_FOUND = -32002;

/** Answers the requests to list and to read resources. */
export function offerResources(server: Server, openStores: () => Promise<RootStores>): void {
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: resourceTemplates.map((template) => ({ ...template })),
  }));
  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }) =>
    answered(ErrorCode.InvalidParams, async () => {
      const { all } = await openStores();
      const { kept, nextCursor } = await listResources(all, params?.cursor);
      return {
        resources: kept.map((resource) => ({ ...resource })),
        ...(nextCursor !== null && { nextCursor }),
      };
    }),
  );
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) =>
    answered(NOT_FOUND, async () => {
      const { all } = await openStores();
      return { contents: [{ uri, mimeType: 'text/markdown', text: await readResource(all, uri) }] };
    }),
  );
}

/** An error of the protocol instead of a `UserError`: these requests have no other way to say what is wrong. */
async function answered<T>(code: number, answer: () => Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    throw error instanceof UserError ? new McpError(code, error.message) : error;
  }
}
