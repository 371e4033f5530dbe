/** `lsp`: starts the language server for editors. */

import type { Command } from '../command';
import { allowClosedPipe } from '../output';

export const lsp: Command = {
  name: 'lsp',
  summary: 'Serves the design docs of a workspace to an editor, over standard input and output (LSP).',
  operands: { usage: '', min: 0, max: 0 },
  options: [{ name: 'stdio', help: 'Use standard input and output, as always. Some editors pass it.' }],
  async run(): Promise<0> {
    for (const stream of [process.stdout, process.stderr]) allowClosedPipe(stream);
    const { serve } = await import('../../lsp/main.js');
    await serve();
    return 0;
  },
};
