/** The files of the workspace that may be design docs. */

import * as vscode from 'vscode';
import { isCandidate, isDesignDoc } from '../../core/config/scope';
import { openAt } from '../documents/savedFile';
import { markdownFiles } from '../model/markdownFiles';
import type { Services } from './services';

/** A file that may be a design doc. */
export interface CandidateFile {
  readonly uri: vscode.Uri;
  /** True if the path alone makes it a design doc; otherwise its title decides. */
  readonly certain: boolean;
  /** The open document of the file; undefined if it is closed. */
  readonly open: vscode.TextDocument | undefined;
}

/** The candidate files of each workspace folder in turn, sorted by path. */
export async function* candidates({ templates, configs }: Services): AsyncGenerator<CandidateFile> {
  await templates.loaded();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const config = configs.of(folder.uri);
    const paths = (await markdownFiles(folder.uri)).filter((path) => isCandidate(path, config));
    for (const path of paths.sort()) {
      const uri = vscode.Uri.joinPath(folder.uri, path);
      yield { uri, certain: isDesignDoc(path, config), open: openAt(uri) };
    }
  }
}
