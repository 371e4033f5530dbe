// `npm start`: the editor with the extension in it and the sample workspace open, ready to try.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { stopWith, stopWithParent } from './cleanup';
import type { Editor } from './editor';
import { prepareEditor } from './editor';
import { KEPT, ROOT, VSIX } from './root';
import { folderArgs, installExtension, writeSettings } from './server';
import type { ServerBuild } from './server-build';
import { launchServer } from './server-process';

const PORT = 8137;
const PORTS_TRIED = 50;
const HOME = path.join(KEPT, 'start');
const WORKSPACE = path.join(KEPT, 'workspace');

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const port = Number(values.port ?? PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_000) {
    throw new Error(`"${values.port}" is no port. Use for example: npm start -- --port ${PORT}`);
  }
  const editor = await prepareEditor();
  prepareWorkspace();
  if (editor.kind === 'server') await serve(editor.build, port);
  else openDesktop(editor);
}

/** The sample workspace is copied once, so that what is tried in it stays and the repository is left alone. */
function prepareWorkspace(): void {
  if (!existsSync(WORKSPACE)) cpSync(path.join(ROOT, 'test', 'workspace'), WORKSPACE, { recursive: true });
  console.log(`Sample workspace: ${WORKSPACE} (your changes stay; delete it to begin afresh)`);
}

function openDesktop(editor: Exclude<Editor, { kind: 'server' }>): void {
  const words = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', WORKSPACE];
  // A downloaded editor, and root, for whom Electron starts in no other way, get a profile of their own.
  const root = process.getuid?.() === 0;
  if (root || editor.kind === 'download') words.push(`--user-data-dir=${path.join(HOME, 'desktop')}`);
  if (root) words.push('--no-sandbox');
  const child = spawn(editor.executable, words, { detached: true, stdio: 'ignore' });
  child.on('error', fail);
  child.on('spawn', () => {
    console.log('VS Code is opening with Design Docs in it.');
    child.unref();
  });
}

async function serve(build: ServerBuild, port: number): Promise<void> {
  const user = path.join(HOME, 'user');
  const settings = { 'workbench.startupEditor': 'readme' };
  if (!existsSync(path.join(user, 'User', 'settings.json'))) writeSettings(user, settings);
  installExtension(build, HOME, VSIX);
  const token = keepToken();
  const args = [...folderArgs(HOME), '--disable-workspace-trust', '--connection-token-file', token.file];
  const server = await launchServer(build, { args: [...args, '--port', `${port}-${port + PORTS_TRIED}`] });
  stopWith(() => {
    console.log('Stopping.');
    server.stop().then(() => process.exit(0), fail);
  });
  if (process.env.npm_lifecycle_event) stopWithParent();
  const address = `http://${server.host}/?tkn=${token.value}&folder=${encodeURIComponent(WORKSPACE)}`;
  console.log(`\nDesign Docs is ready in VS Code at\n\n    ${address}\n\nPress Ctrl+C to stop.`);
  openBrowser(address);
  await server.died;
}

/** Other users of this machine can reach the port too, so the address carries a secret. It stays the same. */
function keepToken(): { readonly file: string; readonly value: string } {
  const file = path.join(HOME, 'token');
  mkdirSync(HOME, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 });
  return { file, value: readFileSync(file, 'utf8').trim() };
}

function openBrowser(address: string): void {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const child = spawn('xdg-open', [address], { detached: true, stdio: 'ignore' });
  // Without a browser the printed address is enough.
  child.on('error', () => undefined);
  child.unref();
}

function fail(error: Error): void {
  console.error(error.message);
  process.exit(1);
}

main().catch(fail);
