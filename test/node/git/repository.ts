/** Repositories for tests. */

import { spawnSync } from 'node:child_process';
import { ENVIRONMENT, folderWith } from '../../cli/program';

/** A repository in a folder of its own. */
export interface Repository {
  readonly folder: string;
  /** Runs git, and returns its output without white space around it. */
  readonly git: (...words: string[]) => string;
}

/** A repository with the files; without a commit. */
export function repositoryWith(
  files: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Repository {
  const folder = folderWith(files);
  const git = (...words: string[]): string =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...words], {
      cwd: folder,
      env: ENVIRONMENT,
      encoding: 'utf8',
    }).stdout.trim();
  git('init', '-q', '-b', 'main', ...options);
  return { folder, git };
}
