/** The one setting that activation reads through its entry: the list of all would double what activation loads. */

import type { Setting } from './setting';
import { SWITCH } from './setting';

/** Whether the MCP server may write. */
export const mcpWrite = {
  id: 'designDocs.mcp.write',
  values: SWITCH,
  default: false,
  scope: 'machine',
  restricted: true,
  text: 'Whether the MCP server that the extension offers to VS Code may change design docs: start milestones, complete steps, write new docs, and answer and resolve review comments. Otherwise it only reads. Not used in Restricted Mode.',
} as const satisfies Setting<boolean>;
