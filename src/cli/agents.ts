/** `init` for coding agents: what it offers, and what it writes. */

import type { Agent } from '../core/agents/agents';
import { agents } from '../core/agents/agents';
import { UserError } from '../core/text/userError';
import type { AgentEdit } from '../node/agents/agentFiles';
import {
  hasSkill,
  isOtherSkill,
  planAgentFiles,
  usedAgents,
  writeAgentFile,
} from '../node/agents/agentFiles';
import { relativeToCwd } from '../node/files/fileErrors';
import { printable } from '../node/program/messages';
import type { Option } from './arguments';
import type { Session } from './command';

const names = agents.map(({ name }) => name);

export const agentOption: Option = {
  name: 'agent',
  value: names.join('|'),
  choices: names,
  many: true,
  help: 'Also write the skill, the entry of the MCP server and the rules for this coding agent.',
};

export const agentsOption: Option = {
  name: 'agents',
  help: 'The same for every coding agent of which the workspace has files.',
};

/** Plans the files of the agents that the options name. Throws a `UserError` if one of them cannot be written. */
export function planAgents({ given }: Session, root: string): readonly AgentEdit[] {
  const named = given.options.get('agent') ?? [];
  const used = given.options.has('agents') ? usedAgents(root) : [];
  if (given.options.has('agents') && used.length === 0 && named.length === 0) {
    throw new UserError(
      'no-agent',
      `The workspace has no files of a coding agent. Name one: --agent ${names.join(', ')}.`,
    );
  }
  const wanted = agents.filter((agent) => named.includes(agent.name) || used.includes(agent));
  return planAgentFiles(root, wanted);
}

/** Writes the planned files, and prints their paths. */
export function writeAgents({ print, note }: Session, edits: readonly AgentEdit[]): void {
  for (const edit of edits) {
    const shown = relativeToCwd(edit.file);
    writeAgentFile(edit);
    if (edit.before !== edit.after) print(printable(`${shown}: ${edit.purpose}`));
    else if (isOtherSkill(edit))
      note(`${shown} differs from the skill of this version and was kept. To replace it, delete it first.`);
    else note(`${shown} is up to date.`);
  }
}

/** Says what could be written for the agents that are used and have no skill yet. */
export function offerAgents({ note }: Session, root: string): void {
  const used = usedAgents(root);
  if (used.length === 0) {
    note(`To set up a coding agent: design-docs init --agent ${names.join('|')}.`);
    return;
  }
  for (const agent of used.filter((one) => !hasSkill(root, one))) note(offer(agent));
}

function offer({ name, title, skill, server, rules }: Agent): string {
  return `To set up ${title} (${skill}, ${server.file}, ${rules.file}): design-docs init --agent ${name}.`;
}
