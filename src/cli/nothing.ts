/** Reports that nothing was checked, and why. */

import * as path from 'node:path';
import { explainNothing } from '../core/discovery/explain';
import { isUnder } from '../node/files/files';
import { discoverFiles } from '../node/workspace/discovery';
import type { Request } from '../node/workspace/request';
import { bundledNames } from '../node/workspace/templateFiles';
import { openWorkspace } from '../node/workspace/workspace';

/** Notes why no document at the given paths is checked; an empty list means the workspace. */
export async function noteNothing(request: Request, paths: readonly string[] = []): Promise<void> {
  const workspace = openWorkspace(request.cwd, request.note, request.config);
  const { templates } = await discoverFiles(workspace, request.build);
  const places = paths.map((given) => path.resolve(request.cwd, given));
  const isSearched = (file: string): boolean =>
    places.length === 0 || places.some((place) => isUnder(place, path.join(workspace.root, file)));
  const files = workspace.files.filter((file) => isSearched(file) && !templates.includes(file));
  for (const line of explainNothing(files, templates, bundledNames())) request.note(String(line));
}
