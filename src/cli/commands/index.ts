/** All commands, in the order of help. This is the only list of them. */

import type { Command } from '../command';
import { adopt } from './adopt';
import { check } from './check';
import { comment, reply, resolve } from './comment';
import { comments } from './comments';
import { diff } from './diff';
import { finalizeCommand } from './finalize';
import { fix } from './fix';
import { folderIndex } from './folderIndex';
import { init } from './init';
import { list } from './list';
import { lsp } from './lsp';
import { mcp } from './mcp';
import { create } from './new';
import { next } from './next';
import { plan } from './plan';
import { ready } from './ready';
import { renumberCommand } from './renumber';
import { start } from './start';
import { template } from './template';
import { tick } from './tick';
import { upgradeCommand } from './upgrade';

export const commands: readonly Command[] = [
  check,
  fix,
  create,
  list,
  folderIndex,
  renumberCommand,
  init,
  plan,
  adopt,
  next,
  start,
  tick,
  ready,
  comments,
  comment,
  reply,
  resolve,
  diff,
  finalizeCommand,
  template,
  upgradeCommand,
  mcp,
  lsp,
];
