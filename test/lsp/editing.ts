/** An editor with one document that follows a template. */

import * as path from 'node:path';
import { folderWith } from '../cli/program';
import { TEMPLATE } from '../cli/texts';
import type { Editor } from './client';
import { editorOn, MODERN } from './client';

const FILES = { 'rfcs/template.md': TEMPLATE };

/** Opens a text as a document, in a path that has to be encoded. */
export async function editing(
  text: string,
  capabilities = MODERN,
): Promise<{ readonly editor: Editor; readonly file: string }> {
  const folder = folderWith(FILES);
  const editor = await editorOn(folder, { capabilities });
  const file = path.join(folder, 'rfcs/1001 ä.md');
  await editor.open(file, text);
  return { editor, file };
}
