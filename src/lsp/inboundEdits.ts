/** The links in other files to renamed headings of an open document. */

import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RenamedAnchors } from '../core/edits/renamedAnchors';
import { renamedLinks } from '../core/edits/renamedAnchors';
import { readableText } from '../node/files/readFile';
import type { DocumentEdits } from './convert';
import type { OpenDocument } from './documents';
import type { Services } from './services';

/** The edits of the links in other files: in the unsaved text of those that are open. Reads no file if no anchor changes. */
export function inboundEdits(
  { documents, folders }: Pick<Services, 'documents' | 'folders'>,
  { place, project }: Pick<OpenDocument, 'place' | 'project'>,
  renamed: RenamedAnchors,
): DocumentEdits[] {
  if (renamed.names.size === 0) return [];
  const { root, files } = project.workspace;
  const open = documents.byFile();
  return files.flatMap((file): DocumentEdits[] => {
    const absolute = path.join(root, file);
    if (absolute === place.file || !folders.has(absolute)) return [];
    const shown = open.get(absolute);
    const text = shown?.getText() ?? readableText(absolute);
    const edits = text === undefined ? [] : renamedLinks(text, file, renamed);
    if (edits.length === 0) return [];
    return [{ uri: shown?.uri ?? pathToFileURL(absolute).href, version: shown?.version ?? null, edits }];
  });
}
