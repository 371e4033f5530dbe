/** The links of all Markdown files in a workspace folder to the headings of one document, unsaved text included. */

import * as vscode from 'vscode';
import { maxTextLength } from '../../core/config/scope';
import type { InboundLink } from '../../core/finalize/inboundLinks';
import { inboundLinks } from '../../core/finalize/inboundLinks';
import { openAt, savedText } from '../documents/savedFile';
import { inBatches } from '../model/batches';
import { markdownFiles } from '../model/markdownFiles';

/** The links to the document at `path`, which is relative to the folder. */
export async function findInboundLinks(root: vscode.Uri, path: string): Promise<InboundLink[]> {
  const found = await inBatches(await markdownFiles(root), async (place) => {
    const uri = vscode.Uri.joinPath(root, place);
    const text = openAt(uri)?.getText() ?? (await savedText(uri));
    return text.length > maxTextLength ? [] : inboundLinks(text, place, path);
  });
  return found.flat();
}
