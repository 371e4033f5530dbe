/** `mcp`: starts the MCP server for coding agents. */

import * as path from 'node:path';
import { UserError } from '../../core/text/userError';
import { kindOf } from '../../node/files/files';
import type { Command } from '../command';
import { allowClosedPipe } from '../output';

export const mcp: Command = {
  name: 'mcp',
  summary: 'Serves the design docs of a folder to coding agents, over standard input and output (MCP).',
  operands: { usage: '[ROOT]', min: 0, max: 1 },
  options: [
    { name: 'write', help: 'Also offer the tools that change files. Default: only those that read.' },
  ],
  async run({ cwd, given, note }): Promise<0> {
    const [folder] = given.operands;
    const named = folder === undefined ? undefined : path.resolve(cwd, folder);
    if (named !== undefined && kindOf(named) !== 'folder') {
      throw new UserError('no-such-folder', `There is no folder "${folder}".`);
    }
    for (const stream of [process.stdout, process.stderr]) allowClosedPipe(stream);
    const { serve } = await import('../../mcp/main.js');
    await serve({ named, cwd, write: given.options.has('write'), note });
    return 0;
  },
};
