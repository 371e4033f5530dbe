/** The states of files that evidence is for, in the workspace of a folder. */

import * as path from 'node:path';
import { buildName } from '../../core/cache/buildName';
import type { CommitState, FileStates, Scope } from '../../core/plan/fileState';
import { commitState, compareFiles, workTreeState } from '../git/fileStates';
import type { Place } from '../git/trackedFiles';
import type { Contents } from '../git/workTree';
import { discoverFiles } from '../workspace/discovery';
import type { Note, Workspace } from '../workspace/workspace';
import { openWorkspace, shownPath, workspacePath } from '../workspace/workspace';

/** States of files on disk. */
export interface DiskStates extends FileStates {
  /** The state of the work tree as it is now, with the commit that is checked out. */
  stateNow(scope: Scope): Promise<CommitState>;
}

/** Opens the states of the files in a folder's workspace. Paths of documents and of results are relative to the folder. */
export function openFileStates(cwd: string, note: Note): DiskStates {
  const contents: Contents = new Map();
  const open = async (document: string): Promise<{ workspace: Workspace; place: Place }> => {
    const workspace = openWorkspace(cwd, note);
    const { documents, templates } = await discoverFiles(workspace, buildName());
    const design = new Set([...documents, ...templates]);
    const place = {
      folder: workspace.root,
      document: workspacePath(workspace, path.resolve(cwd, document)),
      isDesignDoc: (file: string) => design.has(file),
      contents,
    };
    return { workspace, place };
  };
  return {
    stateOf: async (commit, { document, files }) => commitState((await open(document)).place, files, commit),
    stateNow: async ({ document, files }) => workTreeState((await open(document)).place, files),
    compare: async (document, list) => {
      const { workspace, place } = await open(document);
      const shown = (file: string): string => shownPath(workspace, path.join(workspace.root, file));
      return (await compareFiles(place, list)).map((state) =>
        state.kind === 'changed' ? { kind: 'changed', files: state.files.map(shown) } : state,
      );
    },
  };
}
