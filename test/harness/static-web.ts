import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { LogTail } from './log-tail';
import type { ServerBuild } from './server-build';
import type { RunningServer } from './server-process';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const TESTS = '/extension/bundle-under-test/';

/** Which folder answers for which start of an address; the first that fits does. */
type Roots = readonly (readonly [string, string])[];

/** What the static workbench is to load. */
interface StaticWebOptions {
  readonly extension: string;
  /** The test bundle. */
  readonly tests: string;
}

/**
 * Serves the workbench as plain files, as github.dev does: no server process, no Node, no disk. The only
 * extension host is the one in a web worker, and the workspace is a folder in memory, tmp:/ws.
 */
export async function startStaticWeb(build: ServerBuild, options: StaticWebOptions): Promise<RunningServer> {
  const workbench = path.join(build.home, 'out', 'vs', 'code', 'browser', 'workbench');
  const script = withoutServer(readFileSync(path.join(workbench, 'workbench.js'), 'utf8'));
  const template = readFileSync(path.join(workbench, 'workbench.html'), 'utf8');
  const roots: Roots = [
    // The workbench runs only tests that seem to lie inside the extension, wherever they really are.
    [TESTS, path.dirname(options.tests)],
    ['/extension/', options.extension],
    ['/vs/', build.home],
  ];
  const log = new LogTail();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = decodeURIComponent(pathname);
    const found =
      name === '/' ? page(template, request.headers.host ?? '', options) : await find(roots, name);
    if (found === undefined) log.add(`404 ${name}`);
    response.statusCode = found === undefined ? 404 : 200;
    response.setHeader(
      'content-type',
      TYPES[name === '/' ? '.html' : path.extname(name)] ?? 'application/octet-stream',
    );
    response.end(name.endsWith('/workbench/workbench.js') ? script : found);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { host: `127.0.0.1:${port}`, died: new Promise(() => undefined), log, stop };
}

async function find(roots: Roots, name: string): Promise<Buffer | undefined> {
  const [prefix, folder] = roots.find(([start]) => name.startsWith(start)) ?? [];
  if (prefix === undefined || folder === undefined || name.split('/').includes('..')) return undefined;
  return readFile(path.join(folder, name.slice(prefix.length))).catch(() => undefined);
}

function page(template: string, host: string, options: StaticWebOptions): string {
  const place = (where: string) => ({ scheme: 'http', authority: host, path: where });
  const configuration = {
    folderUri: { scheme: 'tmp', path: '/ws' },
    enableWorkspaceTrust: false,
    userDataPath: '/User',
    isEnabledCoderGettingStarted: false,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    _wrapWebWorkerExtHostInIframe: false,
    productConfiguration: { enableTelemetry: false },
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [place('/extension')],
      extensionTestsPath: place(`${TESTS}${path.basename(options.tests)}`),
    },
  };
  const values: Readonly<Record<string, string>> = {
    WORKBENCH_NLS_FALLBACK_URL: '/vs/out/nls.messages.js',
    WORKBENCH_SCRIPT_NONCE: 'tests',
    WORKBENCH_WEB_BASE_URL: '/vs',
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('"', '&quot;'),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/**
 * code-server ties its workbench to its server in two places: the remote authority, and user data kept on the
 * remote. Both are undone in what is sent; the installed files stay as they are.
 */
function withoutServer(script: string): string {
  const authority = /,remoteAuthority:location\.host\}/;
  const userData = /get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)[^}]*\}[^}]*\}/;
  if (!authority.test(script) || !userData.test(script)) {
    throw new Error(
      'This code-server differs from the one expected: look again at how it ties the workbench.',
    );
  }
  return script
    .replace(authority, '}')
    .replace(
      userData,
      (_, uri: string) =>
        `get userRoamingDataHome(){return ${uri}.from({scheme:"vscode-userdata",path:"/User"})}`,
    );
}
