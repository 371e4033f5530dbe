/** The texts of the templates of a folder. */

import * as path from 'node:path';
import { readTemplates } from '../../core/template/templateSet';
import type { TemplateText } from '../../core/tools/resources';
import { isUnder } from '../files/files';
import { discoverFiles } from '../workspace/discovery';
import type { Request } from '../workspace/request';
import { templateFiles } from '../workspace/templateFiles';
import { openWorkspace, shownPath } from '../workspace/workspace';

/** The templates below the folder of a request, and the bundled ones. Paths are relative to the folder. */
export async function templateTexts({ cwd, note, build }: Request): Promise<TemplateText[]> {
  const workspace = openWorkspace(cwd, note);
  const { templates } = await discoverFiles(workspace, build);
  const files = templateFiles(workspace, templates, []);
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return readTemplates(files).flatMap(({ path: found, bundled, template: { name } }) => {
    const file = path.resolve(workspace.root, found);
    if (!bundled && !isUnder(cwd, file)) return [];
    return [{ name, path: bundled ? null : shownPath(workspace, file), text: texts.get(found) ?? '' }];
  });
}
