/** The npm package, as `npm publish` would send it, and folders where it is installed. */

import assert from 'node:assert/strict';
import type { SpawnSyncReturns } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundle, ENVIRONMENT, folderWith } from '../cli/program';
import { root } from '../fixture';

const OUT = path.join(root, 'out', 'test', 'npm');
const SHELL = process.platform === 'win32';

let tarball: string | undefined;

/** The environment of a user with an empty home: no settings, no npm cache, and no network. */
export function bareEnvironment(): Readonly<Record<string, string>> {
  const home = folderWith({});
  const env = { ...ENVIRONMENT, HOME: home, USERPROFILE: home };
  const kept = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(kept.filter(([name]) => !/^npm_/i.test(name))),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
}

/** Runs a program that npm brings along, or that it has installed. */
export function runIn(
  cwd: string,
  env: Readonly<Record<string, string>>,
  program: string,
  ...words: string[]
): SpawnSyncReturns<string> {
  return spawnSync(program, words, { cwd, env, encoding: 'utf8', shell: SHELL });
}

/** The packed program, made once in a test run. */
export function packProgram(): string {
  if (tarball !== undefined) return tarball;
  const words = [path.join(root, 'scripts', 'npm.mjs'), '--dist', path.dirname(bundle()), '--out', OUT];
  const made = spawnSync(process.execPath, words, { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
  const folder = folderWith({});
  const packed = runIn(OUT, bareEnvironment(), 'npm', 'pack', '--pack-destination', folder);
  assert.equal(packed.status, 0, packed.stderr);
  tarball = path.join(folder, packed.stdout.trim());
  return tarball;
}
