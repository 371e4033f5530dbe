/** The folders in which a repository keeps its design docs. */

import { isDesignFolder, isExpected, isReadme } from '../config/scope';
import { planFormatOf } from '../plan/format';
import { UserError } from '../text/userError';

/**
 * The folders of the documents, those with the most documents first, and then those of the templates. Of all Markdown
 * `files`, those in folders with a usual name count as documents; plans of other tools do not. A folder inside of
 * another one is left out. Paths are relative to the root, which is the empty string.
 */
export function documentFolders(
  files: readonly string[],
  { documents, templates }: { readonly documents: readonly string[]; readonly templates: readonly string[] },
): string[] {
  const counts = new Map<string, number>();
  for (const path of new Set([...documents, ...files.filter((file) => isExpected(file))])) {
    if (planFormatOf(path) !== undefined) continue;
    const folder = designFolderOf(path) ?? ownFolderOf(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  for (const path of templates) {
    const folder = designFolderOf(path);
    if (folder !== undefined && !counts.has(folder)) counts.set(folder, 0);
  }
  const all = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  const folders = all.map(([folder]) => folder);
  return folders.filter((folder) => !folders.some((other) => isInside(other, folder)));
}

/**
 * The refusal to choose among several folders for a new document, the same in all faces. `advice` says how to name one.
 */
export function severalFolders(folders: readonly string[], advice: string): UserError {
  return new UserError(
    'many-folders',
    `There are several folders of design docs: ${folders.join(', ')}. ${advice}`,
  );
}

/** The folder with a usual name that contains a file; the nearest one. */
export function designFolderOf(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const last = folders.findLastIndex(isDesignFolder);
  return last < 0 ? undefined : folders.slice(0, last + 1).join('/');
}

/** The folder of a file; that of the other documents for a README in a folder of its own. */
function ownFolderOf(path: string): string {
  const up = isReadme(path) ? 2 : 1;
  return path.split('/').slice(0, -up).join('/');
}

function isInside(folder: string, path: string): boolean {
  return folder !== path && (folder === '' || path.startsWith(`${folder}/`));
}
