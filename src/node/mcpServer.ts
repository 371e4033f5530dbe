/** How the MCP server is started: it is a bundle of its own, so that nothing else has to load what it needs. */

import type { Note } from './workspace';

/** The file of the bundle, beside the command line's. */
export const MCP_BUNDLE = 'mcp.js';

export interface Serving {
  /** The folder that the tools work in, and do not leave. */
  readonly root: string;
  /** Offer the tools that change files, too. */
  readonly write: boolean;
  readonly note: Note;
}

/** What the bundle exports. */
export interface McpServer {
  /** Answers requests on the standard streams until the client closes them. */
  serve(serving: Serving): Promise<void>;
}
