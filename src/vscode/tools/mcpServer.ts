/** Offers the command line's MCP server to VS Code. Only the Node entry imports this file. */

import * as vscode from 'vscode';
import { mcpWrite } from '../manifest/mcpWrite';
import { changesSetting, readSetting } from '../settings/settings';

const PROVIDER = 'designDocs.mcp';

/** API since VS Code 1.101. It is optional, because the extension also runs in 1.100. */
interface Since101 {
  readonly lm: {
    registerMcpServerDefinitionProvider?(id: string, provider: McpProvider): vscode.Disposable;
  };
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
    version: string,
  ) => object;
}

interface McpProvider {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
  provideMcpServerDefinitions(): object[];
}

/** Offers one server per workspace folder on disk. It is read-only unless the user allows writing. */
export function offerMcpServer(context: vscode.ExtensionContext): vscode.Disposable {
  const { lm, McpStdioServerDefinition: Definition } = vscode as unknown as Since101;
  if (!lm.registerMcpServerDefinitionProvider || !Definition) return new vscode.Disposable(() => undefined);
  const changed = new vscode.EventEmitter<void>();
  const program = context.asAbsolutePath('dist/cli.js');
  const { version } = context.extension.packageJSON as { readonly version: string };
  const provider: McpProvider = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions() {
      if (!vscode.workspace.isTrusted) return [];
      const folders = vscode.workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? [];
      return folders.map(({ name, uri }) => {
        const label = folders.length === 1 ? 'Design Docs' : `Design Docs (${name})`;
        const args = [program, 'mcp', ...(readSetting(mcpWrite) ? ['--write'] : []), uri.fsPath];
        return new Definition(label, 'node', args, {}, version);
      });
    },
  };
  let registered: vscode.Disposable;
  try {
    registered = lm.registerMcpServerDefinitionProvider(PROVIDER, provider);
  } catch {
    // In VS Code 1.100 it is a proposal, and calling it throws.
    return changed;
  }
  return vscode.Disposable.from(
    changed,
    registered,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (changesSetting(event, mcpWrite)) changed.fire();
    }),
  );
}
