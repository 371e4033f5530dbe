import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runStep } from './step';

/** Installs packages of Debian. */
export type Install = (title: string, packages: readonly string[]) => Promise<void>;

/** The words in front of the names of packages that install them and nothing else. */
export const INSTALL = ['install', '-y', '--no-install-recommends'];

/** Installs packages; undefined where that is not possible without asking. */
export function packageInstaller(): Install | undefined {
  const prefix = installPrefix();
  if (prefix === undefined) return undefined;
  return async (title, packages) => {
    await apt('fetching the list of packages', prefix, ['update']);
    await apt(`installing ${title}`, prefix, [...INSTALL, ...packages]);
  };
}

/** The words to put before apt-get, or undefined where packages cannot be installed without asking. */
function installPrefix(): readonly string[] | undefined {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function apt(title: string, prefix: readonly string[], args: readonly string[]): Promise<void> {
  const [command = 'env', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  return runStep(title, command, rest);
}
