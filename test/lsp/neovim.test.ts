/** The server in Neovim, with the configuration that docs/editors.md shows. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { bundle, ENVIRONMENT, folderWith, textOf } from '../cli/program';
import { CLEAN, FLAWED, TEMPLATE } from '../cli/texts';
import { readRepo } from '../fixture';
import { prepareNeovim } from '../harness/neovim';

/** The configuration for the oldest version, as the page has it. */
function configuration(): string {
  const [, section = ''] = readRepo('docs/editors.md').split('\nFor 0.7 and later:\n');
  return /```lua\n([\s\S]*?)```/.exec(section)?.[1] ?? assert.fail('the page has no configuration');
}

/** What every script can use. Waiting ends when the condition holds; the limit is that of a test. */
const PRELUDE = `
local function await(what, condition)
  if not vim.wait(500000, condition, 20) then error('waited in vain for ' .. what) end
end
local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(found, one.code) end
  table.sort(found)
  return table.concat(found, ' ')
end
local function go_to(text)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search(text, 'cW') > 0, text)
end
local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n')
end
vim.ui.select = function(items, _, choose) choose(items[1]) end
`;

/** Runs a script in Neovim on a file. An error in it fails the test. */
async function runIn(folder: string, file: string, script: string): Promise<void> {
  const tools = folderWith({
    'init.lua': configuration(),
    'script.lua': `${PRELUDE}
      local ok, message = pcall(function() ${script}\n end)
      if not ok then io.stderr:write(tostring(message)) vim.cmd('cquit') end
      vim.cmd('qall!')`,
    'bin/design-docs': `#!/bin/sh\nexec '${process.execPath}' '${bundle()}' "$@"\n`,
  });
  fs.chmodSync(path.join(tools, 'bin/design-docs'), 0o755);
  const inTools = (name: string): string => path.join(tools, name);
  const env = {
    ...ENVIRONMENT,
    PATH: `${inTools('bin')}${path.delimiter}${process.env.PATH}`,
    XDG_CONFIG_HOME: tools,
    XDG_DATA_HOME: tools,
    XDG_STATE_HOME: tools,
  };
  const words = [
    '--headless',
    '-n',
    '-i',
    'NONE',
    '-u',
    inTools('init.lua'),
    file,
    '-S',
    inTools('script.lua'),
  ];
  const child = spawn('nvim', words, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += String(data);
  });
  const [status] = await once(child, 'close');
  assert.equal(status, 0, errors);
}

const NAME = 'rfcs/1001 größer.md';

describe('Neovim', () => {
  before(async function () {
    if (!(await prepareNeovim())) this.skip();
  });

  function workspace(text: string): string {
    return folderWith({
      '.git/HEAD': '',
      'rfcs/template.md': TEMPLATE,
      [NAME]: text,
      'README.md': '# Index\n\n[Gates](rfcs/1001%20gr%C3%B6%C3%9Fer.md#steps-ahead)\n',
    });
  }

  it('shows findings, and fixes one', async () => {
    const folder = workspace(FLAWED);
    await runIn(
      folder,
      NAME,
      `await('two findings', function() return codes() == 'header-field leftover-suffix' end)
       go_to('(Required)')
       vim.lsp.buf.code_action()
       await('the fix', function() return codes() == 'header-field' end)
       vim.cmd('write')`,
    );
    assert.equal(textOf(folder, NAME), FLAWED.replace(' (Required)', ''));
  });

  it('follows the text as it is typed, with the line endings of DOS', async () => {
    const folder = workspace(FLAWED.replaceAll('\n', '\r\n'));
    await runIn(
      folder,
      NAME,
      `await('two findings', function() return codes() == 'header-field leftover-suffix' end)
       go_to('<Your Name>')
       vim.cmd('normal! CÄda 😀')
       await('the name', function() return codes() == 'leftover-suffix' end)
       go_to('(Required)')
       vim.lsp.buf.code_action()
       await('the fix', function() return codes() == '' and text():find('## Problem\\n', 1, true) end)
       vim.cmd('write')`,
    );
    const expected = FLAWED.replace('<Your Name>', 'Äda 😀').replace(' (Required)', '');
    assert.equal(textOf(folder, NAME), expected.replaceAll('\n', '\r\n'));
  });

  it('renames a heading, with the links to it', async () => {
    const folder = workspace(CLEAN.replace('None:', 'See [it](#steps-ahead). None:'));
    await runIn(
      folder,
      NAME,
      `await('the server', function() return #vim.lsp.buf_get_clients(0) > 0 or next(vim.lsp.buf_get_clients(0)) end)
       go_to('## Steps')
       vim.lsp.buf.rename('What comes')
       await('the name', function() return text():find('## What comes', 1, true) end)
       vim.cmd('wall')`,
    );
    const own = CLEAN.replace('None:', 'See [it](#what-comes). None:').replace(
      '## Steps Ahead',
      '## What comes',
    );
    assert.equal(textOf(folder, NAME), own);
    assert.match(textOf(folder, 'README.md'), /\.md#what-comes\)/);
  });

  it('completes a step by its lens', async () => {
    const folder = workspace(CLEAN);
    await runIn(
      folder,
      NAME,
      `await('the server', function() return next(vim.lsp.buf_get_clients(0)) end)
       go_to('Step 2.1')
       await('the lens', function()
         vim.lsp.codelens.refresh()
         return #vim.lsp.codelens.get(0) > 0
       end)
       vim.lsp.codelens.run()
       await('the tick', function() return text():find('[x] Step 2.1', 1, true) end)
       vim.cmd('write')`,
    );
    assert.equal(textOf(folder, NAME), CLEAN.replace('[ ] Step 2.1', '[x] Step 2.1'));
  });
});
