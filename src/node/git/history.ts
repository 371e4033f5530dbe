/** The versions of a file in the history of HEAD. Git reads objects only. */

import * as path from 'node:path';
import type { TextVersion } from '../../core/progress/burnUp';
import { findUp, realPath, slashed } from '../files/files';
import { isRepository } from './branch';
import { objectId } from './changedFiles';
import { askGit } from './git';

const COMMIT = /^(\d+) ([0-9a-f]+)$/;

/**
 * The versions of a file in the commits that changed it, oldest first; undefined without git, or outside of a
 * repository. Of more than `most`, as many are read, at even distances, with the first and the last. A history begins
 * where the file got its name.
 */
export async function fileHistory(file: string, most: number): Promise<readonly TextVersion[] | undefined> {
  const root = findUp(path.dirname(file), '.git');
  if (root === undefined || !(await isRepository(root))) return undefined;
  const head = await objectId(root, 'HEAD', 'commit');
  if (head === undefined) return [];
  const place = slashed(path.relative(realPath(root), realPath(file)));
  const args = ['rev-list', '--timestamp', '--reverse', '--date-order', head, '--', `:(top,literal)${place}`];
  const commits = ((await askGit(root, args)) ?? '').split('\n').flatMap((line) => {
    const [, time = '', commit = ''] = COMMIT.exec(line) ?? [];
    return commit === '' ? [] : [{ time: Number(time), commit }];
  });
  const versions: TextVersion[] = [];
  for (const { time, commit } of spread(commits, most)) {
    const text = await askGit(root, ['cat-file', 'blob', `${commit}:${place}`]);
    // A commit that removed the file has none.
    if (text !== undefined) versions.push({ time, text });
  }
  return versions;
}

/** At most `most` items at even distances, with the first and the last. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => items[Math.round(at * step)]).filter(
    (item) => item !== undefined,
  );
}
