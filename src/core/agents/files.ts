/** The files that set an agent up. */

import type { Agent } from './agents';
import { withRules } from './rules';
import { withServer } from './server';

/** A file that sets an agent up. */
export interface AgentFile {
  /** Relative to the root of the workspace, with `/`. */
  readonly path: string;
  readonly purpose: 'skill' | 'MCP server' | 'rules';
  /** The text of the file, made of its present one; undefined if there is no file. Throws a `UserError` if it cannot. */
  text(before: string | undefined): string;
}

/** The files of an agent. `skill` is the text of the skill. */
export function filesOf({ skill: path, server, rules }: Agent, skill: string): readonly AgentFile[] {
  return [
    // A skill that is there may have been adapted, so it is not replaced.
    { path, purpose: 'skill', text: (before) => before ?? skill },
    { path: server.file, purpose: 'MCP server', text: (before) => withServer(before, server) },
    { path: rules.file, purpose: 'rules', text: (before) => withRules(before, rules) },
  ];
}
