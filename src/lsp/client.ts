/** What the client can do, as it said when it introduced itself. */

import type { ClientCapabilities } from 'vscode-languageserver/node';

/** The abilities of a client on which answers depend. */
export interface Client {
  /** It takes edits with the version of the document that they are for. */
  readonly versionedEdits: boolean;
  /** It applies edits that the server sends. */
  readonly appliesEdits: boolean;
  /** Completions may have tab stops. */
  readonly snippets: boolean;
  /** Hovers may be Markdown. */
  readonly markdownHovers: boolean;
  /** Symbols may have children. */
  readonly symbolTree: boolean;
  /** It asks whether a name can be changed before it asks for the new one. */
  readonly preparesRename: boolean;
  readonly codeActionLiterals: boolean;
  /** It asks for the edit of a code action that has none, when the user carries it out. */
  readonly resolvesActions: boolean;
  /** It watches the files that the server names. */
  readonly watchesFiles: boolean;
  /** It says when the workspace's folders change. */
  readonly reportsFolders: boolean;
  /** It supports `workspace/codeLens/refresh`. */
  readonly refreshesLenses: boolean;
}

/** Reads the abilities of a client. Those that it does not mention are missing. */
export function readClient({ workspace, textDocument }: ClientCapabilities): Client {
  const contentFormat = textDocument?.hover?.contentFormat ?? [];
  return {
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    appliesEdits: workspace?.applyEdit === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHovers: contentFormat.includes('markdown'),
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    reportsFolders: workspace?.workspaceFolders === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
  };
}
