/**
 * What activation does: it waits. VS Code activates the extension for any Markdown file; the rest of it is loaded when
 * a document is open that may be a design doc, when the plan is looked at, or when a command or a tool is called.
 */

import * as vscode from 'vscode';
import { isCandidate } from '../../core/config/scope';
import { PLAN_VIEW } from '../manifest/when';
import { lazyCommands, lazyTools } from './lazyCommands';
import type { Started } from './start';

/** Waits for work. `load` loads what starts the extension, and is called once. */
export function activateLazily(
  context: vscode.ExtensionContext,
  load: () => Promise<(context: vscode.ExtensionContext) => Started>,
): void {
  let waiting: vscode.Disposable | undefined;
  let started: Promise<Started> | undefined;
  const loadAndStart = async (): Promise<Started> => {
    const start = await load();
    // The view is the plan's from here on; VS Code knows one provider at a time.
    await waiting?.dispose();
    commands.dispose();
    return start(context);
  };
  const ensure = (): Promise<Started> => {
    started ??= loadAndStart();
    return started;
  };
  const commands = lazyCommands(context, ensure);
  context.subscriptions.push(commands, lazyTools(context, ensure));
  if (vscode.workspace.textDocuments.some(mayBeDesignDoc)) void ensure();
  else waiting = waitForDocument(ensure);
}

function waitForDocument(ensure: () => void): vscode.Disposable {
  const opened = vscode.workspace.onDidOpenTextDocument((document) => {
    if (mayBeDesignDoc(document)) ensure();
  });
  const view = vscode.window.createTreeView<never>(PLAN_VIEW, {
    treeDataProvider: {
      // Asked only while somebody looks.
      getChildren: () => {
        ensure();
        return [];
      },
      getTreeItem: (row) => row,
    },
  });
  return new vscode.Disposable(() => {
    opened.dispose();
    return view.dispose();
  });
}

/** By its name alone; whoever reads it knows better. */
function mayBeDesignDoc({ languageId, isUntitled, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && (isUntitled || isCandidate(uri.path));
}
