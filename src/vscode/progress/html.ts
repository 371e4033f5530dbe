/** The HTML of the page, which holds no text of a document: rows are sent to its script. */

import * as vscode from 'vscode';

/** The folder with the page's script and styles, the only one that it may load from. */
export function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** The HTML of the page. Only its own script runs, and it loads nothing but its styles. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extensionUri), name)).toString();
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${vscode.l10n.t('Progress')}</title>
<link rel="stylesheet" href="${address('progress.css')}">
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${address('progress.js')}"></script>
</body>
</html>`;
}

function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
