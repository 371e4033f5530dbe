/**
 * Lazy activation. VS Code activates the extension for any Markdown file. The rest of the extension is loaded when a
 * possible design doc is open, when one of its views becomes visible, or when a command or tool is called.
 */

import * as vscode from 'vscode';
import { isCandidate } from '../../core/config/scope';
import { DOCUMENTS_VIEW, PLAN_VIEW } from '../manifest/when';
import type { PreviewExtension } from '../preview/plugin';
import { PreviewPlugin } from '../preview/plugin';
import { lazyCommands, lazyTools } from './lazyCommands';
import type { Started } from './start';

/**
 * Starts the extension on first need. `load` loads the start function and is called at most once. Returns what VS Code's
 * Markdown extension asks for.
 */
export function activateLazily(
  context: vscode.ExtensionContext,
  load: () => Promise<(context: vscode.ExtensionContext) => Started>,
): PreviewExtension {
  const preview = new PreviewPlugin();
  let waiting: vscode.Disposable | undefined;
  let started: Promise<Started> | undefined;
  const loadAndStart = async (): Promise<Started> => {
    const start = await load();
    // VS Code allows one data provider per view, so these must go before the real views register.
    await waiting?.dispose();
    commands.dispose();
    const own = start(context);
    preview.connect(own.overviews);
    return own;
  };
  const ensure = (): Promise<Started> => {
    started ??= loadAndStart();
    return started;
  };
  const commands = lazyCommands(context, ensure);
  context.subscriptions.push(commands, lazyTools(context, ensure));
  if (checksAll() || vscode.workspace.textDocuments.some(mayBeDesignDoc)) void ensure();
  else waiting = waitForDocument(ensure);
  return preview;
}

function waitForDocument(ensure: () => void): vscode.Disposable {
  const opened = vscode.workspace.onDidOpenTextDocument((document) => {
    if (mayBeDesignDoc(document)) ensure();
  });
  const views = [DOCUMENTS_VIEW, PLAN_VIEW].map((id) =>
    vscode.window.createTreeView<never>(id, {
      treeDataProvider: {
        // VS Code calls this only while the view is visible.
        getChildren: () => {
          ensure();
          return [];
        },
        getTreeItem: (row) => row,
      },
    }),
  );
  return new vscode.Disposable(() => {
    opened.dispose();
    return Promise.all(views.map((view) => view.dispose()));
  });
}

/** True if closed documents are checked, too. Read here, because the list of settings would double what activation loads. */
function checksAll(): boolean {
  return vscode.workspace.getConfiguration('designDocs').get<unknown>('checkAll') === true;
}

/** Judges by the path alone; the text decides once the extension has started. */
function mayBeDesignDoc({ languageId, isUntitled, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && (isUntitled || isCandidate(uri.path));
}
