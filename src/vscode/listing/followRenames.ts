/** Keeps the links of other Markdown files to headings that a change renames, unsaved text included. */

import * as vscode from 'vscode';
import { maxTextLength } from '../../core/config/scope';
import type { RenamedAnchors } from '../../core/edits/renamedAnchors';
import { renamedAnchors, renamedLinks } from '../../core/edits/renamedAnchors';
import type { TextEdit } from '../../core/text/text';
import { applyEdits } from '../../core/text/text';
import type { DocumentChange, EditQueue, Outcome } from '../documents/editQueue';
import { pathInside, pathInWorkspace } from '../documents/paths';
import { openAt, savedText } from '../documents/savedFile';
import { showWarning } from '../messages/show';
import { inBatches } from '../model/batches';
import { markdownFiles } from '../model/markdownFiles';

/** A file with links to renamed headings. */
interface LinkingFile {
  readonly uri: vscode.Uri;
  /** The path in its workspace folder. */
  readonly place: string;
  readonly edits: readonly TextEdit[];
}

/** The anchors that edits of a document rename. */
export function anchorsRenamedBy(document: vscode.TextDocument, edits: readonly TextEdit[]): RenamedAnchors {
  const text = document.getText();
  return renamedAnchors(pathInWorkspace(document.uri), text, applyEdits(text, edits));
}

/**
 * The other files of the workspace folder of `uri` that link to its renamed headings. Open documents are read last, and
 * nothing is awaited between them and the result. No file is read if no anchor is renamed.
 */
export async function linkingFiles(uri: vscode.Uri, renamed: RenamedAnchors): Promise<LinkingFile[]> {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!root || renamed.names.size === 0) return [];
  const own = pathInside(root, uri);
  const paths = (await markdownFiles(root)).filter((place) => place !== own);
  const closed = await inBatches(paths, async (place) => {
    const file = vscode.Uri.joinPath(root, place);
    return openAt(file) ? [] : linksIn(await savedText(file), place, renamed);
  });
  return paths.flatMap((place, at) => {
    const file = vscode.Uri.joinPath(root, place);
    const open = openAt(file);
    const edits = open ? linksIn(open.getText(), place, renamed) : (closed[at] ?? []);
    return edits.length === 0 ? [] : [{ uri: file, place, edits }];
  });
}

function linksIn(text: string, place: string, renamed: RenamedAnchors): readonly TextEdit[] {
  return text.length > maxTextLength ? [] : renamedLinks(text, place, renamed);
}

/**
 * Changes a document, and then the links of other files to headings that the change renames. Each file is a change of its
 * own in the queue, because only there an edit cannot be applied to another text; so each is an undo of its own, too.
 */
export async function changeWithLinks(
  edits: EditQueue,
  uri: vscode.Uri,
  change: DocumentChange,
): Promise<Outcome> {
  let renamed: RenamedAnchors | undefined;
  const outcome = await edits.change(uri, (document) => {
    const own = change(document);
    renamed = own && anchorsRenamedBy(document, own);
    return own;
  });
  if (outcome === 'done' && renamed) await updateLinks(edits, uri, renamed);
  return outcome;
}

async function updateLinks(edits: EditQueue, uri: vscode.Uri, renamed: RenamedAnchors): Promise<void> {
  const [updated, failed]: [string[], string[]] = [[], []];
  for (const { uri: file, place } of await linkingFiles(uri, renamed)) {
    const outcome = await edits
      .change(file, (current) => renamedLinks(current.getText(), place, renamed))
      // VS Code cannot open the file. The change itself is made, so this is reported beside its result.
      .catch(() => 'failed' as const);
    (outcome === 'done' ? updated : failed).push(place);
  }
  if (updated.length > 0) {
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('Links to renamed headings were updated in: {0}', updated.join(', ')),
      6000,
    );
  }
  if (failed.length > 0) {
    const message = vscode.l10n.t(
      'Links to renamed headings could not be updated in: {0}',
      failed.join(', '),
    );
    void showWarning(message);
  }
}
