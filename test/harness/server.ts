import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { onEnd, removeFolder } from './cleanup';
import type { ServerBuild } from './server-build';
import type { RunningServer } from './server-process';
import { launchServer } from './server-process';

const INSTALL_WITHIN_MS = 600_000;

/** Settings as they stand in a settings.json. */
export type Settings = Readonly<Record<string, unknown>>;

// Nothing may move, pop up or call home by itself while tests look at the window.
const QUIET: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** What a private server is to be like. */
interface PrivateServerOptions {
  /** A packaged extension to install. */
  readonly vsix?: string;
  /** Changes the installed extension, whose folder it gets. */
  prepareExtension?(folder: string): void;
  readonly settings?: Settings;
  /** Whether folders are opened untrusted, in Restricted Mode. */
  readonly restricted?: boolean;
}

/** Writes a settings.json that keeps the editor quiet into a user data folder. */
export function writeSettings(userData: string, settings: Settings = {}): void {
  const folder = path.join(userData, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2));
}

/** Starts a server with data of its own, on a free port, for tests. */
export async function startPrivateServer(
  build: ServerBuild,
  options: PrivateServerOptions = {},
): Promise<RunningServer> {
  const home = mkdtempSync(path.join(tmpdir(), 'design-docs-server-'));
  const forget = onEnd(() => removeFolder(home));
  const clear = () => {
    removeFolder(home);
    forget();
  };
  try {
    writeSettings(path.join(home, 'user'), options.settings);
    const args = [...folderArgs(home), ...(options.restricted ? [] : ['--disable-workspace-trust'])];
    if (options.vsix !== undefined) {
      installExtension(build, home, options.vsix);
      for (const folder of installedExtensions(home)) options.prepareExtension?.(folder);
    }
    const temporary = path.join(home, 'tmp');
    mkdirSync(temporary);
    const tests = [
      ...['--port', '0', '--without-connection-token'],
      // Only with this flag does a built workbench listen to what tests ask of it.
      '--enable-smoke-test-driver',
      // A server whose tests were killed without a word ends by itself after a while.
      '--enable-remote-auto-shutdown',
    ];
    const server = await launchServer(build, { args: [...args, ...tests], temporary });
    return { ...server, stop: () => server.stop().finally(clear) };
  } catch (error) {
    clear();
    throw error;
  }
}

/** The arguments that keep everything a server writes under one folder. */
export function folderArgs(home: string): string[] {
  return [
    ...['--server-data-dir', path.join(home, 'server')],
    ...['--user-data-dir', path.join(home, 'user')],
    ...['--extensions-dir', path.join(home, 'extensions')],
  ];
}

/** The folders of installed extensions. */
function installedExtensions(home: string): string[] {
  const folder = path.join(home, 'extensions');
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
}

/** Installs a packaged extension into a server's folders, over an earlier copy of the same version too. */
export function installExtension(build: ServerBuild, home: string, vsix: string): void {
  if (!existsSync(vsix)) throw new Error(`${vsix} does not exist. Run: npm run package`);
  const main = path.join(build.home, 'out', 'server-main.js');
  const words = [main, ...folderArgs(home), '--accept-server-license-terms'];
  const done = spawnSync(build.node, [...words, '--install-extension', vsix, '--force'], {
    encoding: 'utf8',
    timeout: INSTALL_WITHIN_MS,
  });
  if (done.status === 0 && /successfully installed/.test(done.stdout)) return;
  throw new Error(`VS Code did not install ${vsix}. Package it anew.\n${done.stdout}${done.stderr}`);
}
