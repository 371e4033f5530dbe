/** The editor's document store for the tools, which includes unsaved text. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { analyze } from '../../core/analysis/analyze';
import { isPlanFile } from '../../core/analysis/stage';
import { changeBetween } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import type { DocumentStore, Opened, Root } from '../../core/tools/documentStore';
import { locate, shownPath, shownTemplatePath } from '../documents/documentPaths';
import { savedText } from '../documents/savedFile';
import { listDocuments } from '../listing/listDocuments';
import { createWithoutAsking } from '../newDoc/createWithoutAsking';
import { settledAnalysis } from '../planActions/target';
import { candidates } from '../services/candidates';
import { fileStates } from '../services/fileStates';
import type { Services } from '../services/services';

/** Opens a store on the workspace folders. Open documents are read and changed in the editor. */
export function openDocumentStore(services: Services): DocumentStore {
  return {
    roots: async () =>
      Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => rootOf(services, folder))),
    documents: () => documents(services),
    listed: () => listDocuments(services),
    open: async (path) => openAt(services, await locate(path)),
    replace: (opened, text) => replace(services, opened, text),
    create: async (wanted) => openAt(services, await createWithoutAsking(services, wanted)),
    ...fileStates(services, locate),
  };
}

async function* documents(services: Services): AsyncGenerator<Opened> {
  for await (const { uri, open } of candidates(services)) {
    const text = open ? open.getText() : await savedText(uri);
    const analysis = analyze(text, services.analyses.environment(uri));
    if (analysis.bound || isPlanFile(analysis)) yield openedAt(services, uri, text, analysis);
  }
}

async function openAt(services: Services, uri: vscode.Uri): Promise<Opened> {
  const { templates, merged, analyses } = services;
  await Promise.all([templates.loaded(), merged.find(uri)]);
  const document = await vscode.workspace.openTextDocument(uri);
  if (analyses.of(document)) {
    const analysis = await settledAnalysis(services, document);
    return openedAt(services, uri, analysis.document.text, analysis);
  }
  const message = vscode.l10n.t(
    '"{0}" is not a design doc. list_docs gives the paths of all design docs.',
    shownPath(uri),
  );
  throw new UserError('no-such-document', message);
}

async function openedAt(
  services: Services,
  uri: vscode.Uri,
  text: string,
  analysis: Analysis,
): Promise<Opened> {
  const templatePath = shownTemplatePath(uri, analysis.bound?.template.path ?? null);
  const root = await rootOf(services, vscode.workspace.getWorkspaceFolder(uri));
  return { path: shownPath(uri), ...root, templatePath, text, analysis };
}

/** The name of a workspace folder for agents. Git runs only in a trusted workspace. */
async function rootOf({ host }: Services, folder: vscode.WorkspaceFolder | undefined): Promise<Root> {
  if (!folder) return { root: '', branch: null };
  const { uri } = folder;
  const branch = vscode.workspace.isTrusted ? await host.branchOf?.(uri) : undefined;
  return { root: uri.scheme === 'file' ? uri.fsPath : uri.toString(), branch: branch ?? null };
}

/** Changes the document through VS Code, and saves it if it had no unsaved changes before. */
async function replace(services: Services, { path, text: before }: Opened, text: string): Promise<Opened> {
  const uri = await locate(path);
  const document = await vscode.workspace.openTextDocument(uri);
  const clean = !document.isDirty;
  const outcome = await services.edits.change(uri, (current) => {
    if (current.getText() !== before) return undefined;
    const change = changeBetween(before, text);
    return change ? [change] : [];
  });
  if (outcome === 'stale') {
    const message = vscode.l10n.t('{0} has changed. Nothing was written. Read it again.', path);
    throw new UserError('stale-version', message);
  }
  const now = await vscode.workspace.openTextDocument(uri);
  if (outcome === 'failed' || (clean && now.isDirty && !(await now.save()))) {
    throw new UserError('write-failed', vscode.l10n.t('VS Code could not change or save {0}.', path));
  }
  return openAt(services, uri);
}
