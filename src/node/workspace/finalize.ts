/** What must be known of a document on disk before it becomes its summary. */

import * as path from 'node:path';
import type { FinalizeFacts } from '../../core/finalize/finalize';
import type { InboundLink } from '../../core/finalize/inboundLinks';
import { inboundLinks } from '../../core/finalize/inboundLinks';
import { UserError } from '../../core/text/userError';
import { readText } from '../files/readFile';
import { fullVersion } from '../git/fullVersion';
import type { Note, Workspace } from './workspace';
import { insidePath, shownPath } from './workspace';

/**
 * Where git has the text of a file, and which files of the workspace link to its headings. `note` is called for a file
 * whose links cannot be read.
 */
export async function finalizeFacts(
  workspace: Workspace,
  file: string,
  text: string,
  note: Note,
): Promise<Pick<FinalizeFacts, 'full' | 'inbound'>> {
  const own = insidePath(workspace, file);
  const others = workspace.files.filter((place) => place !== own);
  const inbound = own === undefined ? [] : others.flatMap((place) => linksIn(workspace, place, own, note));
  return { full: await fullVersion(file, text), inbound };
}

function linksIn(workspace: Workspace, place: string, own: string, note: Note): InboundLink[] {
  const file = path.join(workspace.root, place);
  const from = shownPath(workspace, file);
  try {
    return inboundLinks(readText(file), place, own).map((link) => ({ ...link, from }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    note(`note: links in ${from} are unknown: ${error.message}`);
    return [];
  }
}
