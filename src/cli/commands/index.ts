/**
 * Every command, in the order in which help lists them. The only list of them. What looks at a folder is here already;
 * the others are loaded when they are called, for starting is most of what a command costs.
 */

import type { Command } from '../command';
import { check } from './check';
import { list } from './list';

/** A command by its name. */
export interface Listed {
  readonly name: string;
  load(): Promise<Command>;
}

export const commands: readonly Listed[] = [
  { name: 'check', load: async () => check },
  { name: 'fix', load: async () => (await import('./fix.js')).fix },
  { name: 'new', load: async () => (await import('./new.js')).create },
  { name: 'list', load: async () => list },
  { name: 'plan', load: async () => (await import('./plan.js')).plan },
  { name: 'next', load: async () => (await import('./next.js')).next },
  { name: 'start', load: async () => (await import('./start.js')).start },
  { name: 'tick', load: async () => (await import('./tick.js')).tick },
  { name: 'ready', load: async () => (await import('./ready.js')).ready },
  { name: 'template', load: async () => (await import('./template.js')).template },
  { name: 'mcp', load: async () => (await import('./mcp.js')).mcp },
];
