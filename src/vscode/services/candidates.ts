/** The files of the workspace that may be design docs. */

import * as vscode from 'vscode';
import { isCandidate, isDesignDoc } from '../../core/config/scope';
import { openAt } from '../documents/savedFile';
import { markdownFiles } from '../model/markdownFiles';
import type { Services } from './services';

export interface CandidateFile {
  readonly uri: vscode.Uri;
  /** It is a design doc by its path; any other is one if its title says so. */
  readonly certain: boolean;
  /** The document, if it is open. */
  readonly open: vscode.TextDocument | undefined;
}

/** The files, folder by folder, in the order of their paths. */
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
