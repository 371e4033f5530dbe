/** Rewrites the links to renamed headings in the files of a workspace. */

import * as path from 'node:path';
import type { RenamedAnchors } from '../../core/edits/renamedAnchors';
import { renamedAnchors, renamedLinks } from '../../core/edits/renamedAnchors';
import { applyEdits } from '../../core/text/text';
import { readableText } from '../files/readFile';
import type { Replacement } from '../files/replaceTexts';
import type { Request } from '../workspace/request';
import type { Workspace } from '../workspace/workspace';
import { openWorkspace, workspacePath, workspaceRoot } from '../workspace/workspace';

/**
 * What has to change in the Markdown files of the workspace so that links to the headings of changed documents lead there
 * again. A text to change is that after the changes. The workspace is searched only if an anchor is renamed.
 */
export function linkChanges({ cwd, config }: Request, changes: readonly Replacement[]): Replacement[] {
  const root = workspaceRoot(cwd);
  const renames = changes.map(({ file, before, after }) =>
    renamedAnchors(workspacePath({ root }, file), before, after),
  );
  if (renames.every(({ names }) => names.size === 0)) return [];
  // What is left out of a search has been noted when the documents were found.
  const workspace = openWorkspace(cwd, () => undefined, config);
  return followRenames(workspace, renames, new Map(changes.map(({ file, after }) => [file, after])));
}

/**
 * The Markdown files with links to renamed headings of other files, as the links have to be. `changed` has the texts of
 * files that are about to change for another reason. No file is read if no anchor is renamed.
 */
export function followRenames(
  { root, files }: Workspace,
  renames: readonly RenamedAnchors[],
  changed: ReadonlyMap<string, string>,
): Replacement[] {
  const wanted = renames.filter(({ names }) => names.size > 0);
  return (wanted.length > 0 ? files : []).flatMap((place): Replacement[] => {
    const file = path.join(root, place);
    const before = changed.get(file) ?? readableText(file);
    if (before === undefined) return [];
    const after = wanted
      .filter((renamed) => renamed.path !== place)
      .reduce((now, renamed) => applyEdits(now, renamedLinks(now, place, renamed)), before);
    return after === before ? [] : [{ file, before, after }];
  });
}
