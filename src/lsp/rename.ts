/** Renames headings, with the links to them in all Markdown files of the workspace. */

import type {
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { HeadingRename, HeadingText, RenameRefusal } from '../core/edits/renameHeading';
import { headingAt, renameHeading } from '../core/edits/renameHeading';
import { toWorkspaceEdit } from './convert';
import type { OpenDocument } from './documents';
import { inboundEdits } from './inboundEdits';
import { refusal } from './log';
import type { Services } from './services';

/** The range and the text of the heading at a position. Refuses any other position. */
export async function prepareRename(
  services: Services,
  { textDocument: { uri }, position }: PrepareRenameParams,
): Promise<PrepareRenameResult> {
  const { analysis } = await openDocument(services, uri);
  const { range, text } = accepted<HeadingText>(headingAt(analysis.document, position));
  return { range, placeholder: text };
}

/** The edits that rename the heading at a position. */
export async function rename(
  services: Services,
  { textDocument: { uri }, position, newName }: RenameParams,
): Promise<WorkspaceEdit> {
  // Other programs may have added files.
  services.projects.renew();
  const document = await openDocument(services, uri);
  const renamed = accepted<HeadingRename>(
    renameHeading(document.analysis.document, document.path, position, newName),
  );
  const { version } = document;
  const own = { uri, version, edits: renamed.edits };
  return toWorkspaceEdit(services.client, [own, ...inboundEdits(services, document, renamed)]);
}

async function openDocument({ documents }: Services, uri: string): Promise<OpenDocument> {
  const document = await documents.analyzed(uri);
  if (document) return document;
  throw refusal('Only headings of design docs in the workspace can be renamed.');
}

function accepted<T extends object>(result: T | RenameRefusal): T {
  if ('refused' in result) throw refusal(String(result.refused));
  return result;
}
