/** The files of the workspace that follow a template, or may do so. */

import * as vscode from 'vscode';
import { openAt } from '../documents/savedFile';
import type { DocumentServices } from './services';

/** A file that may be a design doc. */
export interface CandidateFile {
  readonly uri: vscode.Uri;
  /** The open document of the file; undefined if it is closed. */
  readonly open: vscode.TextDocument | undefined;
}

/** The candidate files of each workspace folder in turn, sorted by path. */
export async function* candidates({ templates }: DocumentServices): AsyncGenerator<CandidateFile> {
  await templates.refresh();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const path of templates.documentsIn(folder)) {
      const uri = vscode.Uri.joinPath(folder.uri, path);
      // A folder of the workspace may lie in another one.
      if (vscode.workspace.getWorkspaceFolder(uri)?.index !== folder.index) continue;
      yield { uri, open: openAt(uri) };
    }
  }
}
