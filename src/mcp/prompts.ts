/** The loop of working through a plan as an MCP prompt. */

import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import { planPrompt, planPromptText } from '../core/tools/prompt';

/** Answers the requests to list and to get prompts. */
export function offerPrompt(server: Server): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: [planPrompt] }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params: { name, arguments: given } }) => {
    if (name !== planPrompt.name) {
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is no prompt "${name}". The only one is ${planPrompt.name}.`,
      );
    }
    const text = planPromptText(given?.path || undefined);
    return {
      description: planPrompt.description,
      messages: [{ role: 'user', content: { type: 'text', text } }],
    };
  });
}
