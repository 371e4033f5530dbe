import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { KEPT } from './root';
import { runStep } from './step';

// code-server carries VS Code's own workbench and server of the same version, and npm delivers it.
const SERVER_VERSION = '4.139.1';
// The Node version that this server build is made for.
const NODE_VERSION = '24.21.0';

/** VS Code's server, ready to be started. */
export interface ServerBuild {
  /** The Node executable that the server needs. */
  readonly node: string;
  /** The folder that holds VS Code's server and workbench. */
  readonly home: string;
}

/** The npm package with a Node for the server, or undefined where the server does not run. */
export function serverPackage(platform: string, arch: string): string | undefined {
  return platform === 'linux' && (arch === 'x64' || arch === 'arm64') ? `node-linux-${arch}` : undefined;
}

/** Makes VS Code's server ready: at once when it was prepared before, else by installing it with npm. */
export async function prepareServerBuild(): Promise<ServerBuild> {
  const nodePackage = serverPackage(process.platform, process.arch);
  if (nodePackage === undefined) {
    throw new Error(
      `VS Code's server runs on Linux (x64, arm64), not on ${process.platform}-${process.arch}.`,
    );
  }
  const place = path.join(KEPT, `code-server-${SERVER_VERSION}`);
  const contents = `code-server ${SERVER_VERSION}, ${nodePackage} ${NODE_VERSION}\n`;
  if (!isReady(place, contents)) await install(place, nodePackage, contents);
  return buildIn(place, nodePackage);
}

function buildIn(place: string, nodePackage: string): ServerBuild {
  const modules = path.join(place, 'node_modules');
  return {
    node: path.join(modules, nodePackage, 'bin', 'node'),
    home: path.join(modules, 'code-server', 'lib', 'vscode'),
  };
}

function isReady(place: string, contents: string): boolean {
  const stamp = path.join(place, 'ready');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === contents;
}

/**
 * Installs beside the final place and moves the whole into it at the end. So an interrupted preparation leaves
 * nothing that looks finished, and two preparations at the same time do not mix their files.
 */
async function install(place: string, nodePackage: string, contents: string): Promise<void> {
  console.log(`Preparing VS Code's server in ${place} (once; about 800 MB)`);
  const draft = `${place}.draft-${process.pid}`;
  dropAbandonedDrafts(place);
  mkdirSync(draft, { recursive: true });
  writeFileSync(path.join(draft, 'package.json'), '{ "private": true }\n');
  const packages = [`code-server@${SERVER_VERSION}`, `${nodePackage}@${NODE_VERSION}`];
  await npmInstall('installing code-server with npm', draft, packages);
  const { node, home } = buildIn(draft, nodePackage);
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  await npmInstall("installing the packages of VS Code's server", home, ['--omit=dev'], env);
  writeFileSync(path.join(draft, 'ready'), contents);
  if (isReady(place, contents)) {
    rmSync(draft, { recursive: true, force: true });
    return;
  }
  rmSync(place, { recursive: true, force: true });
  renameSync(draft, place);
}

function npmInstall(
  title: string,
  folder: string,
  words: readonly string[],
  env = process.env,
): Promise<void> {
  // Install scripts would refuse other Node versions and compile modules that the server can do without.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  return runStep(title, 'npm', ['install', '--prefix', folder, ...quiet, ...words], { cwd: folder, env });
}

/** Removes what earlier preparations left behind, unless the process that made it is still at work. */
function dropAbandonedDrafts(place: string): void {
  mkdirSync(path.dirname(place), { recursive: true });
  const start = `${path.basename(place)}.draft-`;
  for (const name of readdirSync(path.dirname(place))) {
    if (!name.startsWith(start) || isRunning(Number(name.slice(start.length)))) continue;
    rmSync(path.join(path.dirname(place), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch {
    return false;
  }
}
