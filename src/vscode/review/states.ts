/** The states of the files that the evidence of a document is for. */

import type * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { FileState } from '../../core/plan/fileState';
import { fileStatesOf } from '../../core/tools/evidence';
import { pathInWorkspace } from '../documents/paths';
import { fileStates } from '../services/fileStates';
import type { Services } from '../services/services';

/** The states for an analysis of a document, or of a text that it may have. */
export function statesFor(
  services: Pick<Services, 'host' | 'templates'>,
  { uri }: Pick<vscode.TextDocument, 'uri'>,
  analysis: Analysis,
): Promise<ReadonlyMap<number, FileState>> {
  const states = fileStates(services, () => uri);
  return fileStatesOf(states, { path: pathInWorkspace(uri), analysis });
}
