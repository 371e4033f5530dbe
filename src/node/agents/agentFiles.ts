/** Sets up coding agents in a workspace: what is there, what is missing, and writing it. */

import * as path from 'node:path';
import type { Agent } from '../../core/agents/agents';
import { agents } from '../../core/agents/agents';
import type { AgentFile } from '../../core/agents/files';
import { filesOf } from '../../core/agents/files';
import { folderInside, outside } from '../check/confinedPaths';
import { exists, isLink, isUnder, realPath } from '../files/files';
import { readText } from '../files/readFile';
import { createText, replaceText } from '../files/writeFile';
import { bundledSkill } from '../program/install';

/** A file of an agent, as it is and as it will be. */
export interface AgentEdit {
  readonly file: string;
  readonly purpose: AgentFile['purpose'];
  /** Undefined if there is no file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** The agents that the workspace uses, by their files and folders. */
export function usedAgents(root: string): readonly Agent[] {
  return agents.filter(({ signs }) => signs.some((sign) => exists(path.join(root, sign))));
}

/** True if the workspace has the agent's skill. */
export function hasSkill(root: string, agent: Agent): boolean {
  return exists(path.join(root, agent.skill));
}

/** True if the skill that the workspace has is another one than the program brings along. */
export function isOtherSkill({ purpose, before }: AgentEdit): boolean {
  return purpose === 'skill' && before !== undefined && before !== bundledSkill();
}

/**
 * Plans the files of agents, each once, and writes nothing. Throws a `UserError` if one lies outside of the workspace or
 * cannot be extended.
 */
export function planAgentFiles(root: string, wanted: readonly Agent[]): readonly AgentEdit[] {
  const top = realPath(root);
  const skill = bundledSkill();
  const edits = new Map<string, AgentEdit>();
  for (const { path: relative, purpose, text } of wanted.flatMap((agent) => filesOf(agent, skill))) {
    const file = fileInside(top, relative);
    // Two agents may have one file, by a symbolic link or because they read the same skill.
    const known = edits.get(file);
    const before = known || !exists(file) ? known?.before : readText(file);
    edits.set(file, { file, purpose, before, after: text(known?.after ?? before) });
  }
  return [...edits.values()];
}

/** Writes a planned file. Throws a `UserError` if it has changed since, or cannot be written. */
export function writeAgentFile({ file, before, after }: AgentEdit): void {
  if (before === undefined) createText(file, after);
  else if (before !== after) replaceText(file, before, after);
}

/** The real path of a file that may not exist yet. Throws a `UserError` if a link leads out of the root, or nowhere. */
function fileInside(root: string, relative: string): string {
  const file = path.join(root, relative);
  folderInside(root, path.dirname(file));
  if (!exists(file)) {
    if (isLink(file)) throw outside(root, relative);
    return file;
  }
  const real = realPath(file);
  if (!isUnder(root, real)) throw outside(root, relative);
  return real;
}
