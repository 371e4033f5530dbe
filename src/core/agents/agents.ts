/** The coding agents that can be set up, and where each of them looks. */

/** The place of the MCP servers of an agent. */
export interface ServerPlace {
  readonly file: string;
  readonly format: 'json' | 'toml';
  /** The key of the object that holds the servers by name. */
  readonly key: string;
  readonly entry: ServerEntry;
}

/** How a client starts the server. */
interface ServerEntry {
  readonly type?: 'stdio';
  readonly command: string;
  readonly args: readonly string[];
}

/** A coding agent. Paths are relative to the root of the workspace, with `/`. */
export interface Agent {
  readonly name: string;
  readonly title: string;
  /** Files and folders that show that the workspace uses the agent. */
  readonly signs: readonly string[];
  readonly skill: string;
  readonly server: ServerPlace;
  readonly rules: RulesPlace;
}

/** The file with the instructions that an agent reads at the start of each session. */
export interface RulesPlace {
  readonly file: string;
  /** What a new file starts with. */
  readonly head?: string;
}

/** The name of the server and of the skill. */
export const OWN_NAME = 'design-docs';

const SKILL = `skills/${OWN_NAME}/SKILL.md`;
/** Cursor, Copilot and Codex all read it. */
const SHARED_SKILL = `.agents/${SKILL}`;
const ENTRY: ServerEntry = { command: 'npx', args: ['-y', OWN_NAME, 'mcp', '--write'] };
const CURSOR_HEAD = `---
description: How to work with the design docs of this repository
alwaysApply: true
---

`;

export const agents: readonly Agent[] = [
  {
    name: 'claude',
    title: 'Claude Code',
    signs: ['.claude', 'CLAUDE.md', '.mcp.json'],
    skill: `.claude/${SKILL}`,
    server: { file: '.mcp.json', format: 'json', key: 'mcpServers', entry: ENTRY },
    rules: { file: 'CLAUDE.md' },
  },
  {
    name: 'cursor',
    title: 'Cursor',
    signs: ['.cursor', '.cursorrules'],
    skill: SHARED_SKILL,
    server: { file: '.cursor/mcp.json', format: 'json', key: 'mcpServers', entry: ENTRY },
    rules: { file: `.cursor/rules/${OWN_NAME}.mdc`, head: CURSOR_HEAD },
  },
  {
    name: 'copilot',
    title: 'GitHub Copilot',
    signs: ['.github/copilot-instructions.md', '.github/instructions', '.github/skills', '.vscode/mcp.json'],
    skill: SHARED_SKILL,
    server: {
      file: '.vscode/mcp.json',
      format: 'json',
      key: 'servers',
      entry: { type: 'stdio', ...ENTRY },
    },
    rules: { file: '.github/copilot-instructions.md' },
  },
  {
    name: 'codex',
    title: 'Codex',
    signs: ['.codex', 'AGENTS.md'],
    skill: SHARED_SKILL,
    server: { file: '.codex/config.toml', format: 'toml', key: 'mcp_servers', entry: ENTRY },
    rules: { file: 'AGENTS.md' },
  },
];
