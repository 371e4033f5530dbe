import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { endGroup, onEnd } from './cleanup';
import { LogTail } from './log-tail';
import type { ServerBuild } from './server-build';
import { minutes, SilenceWatch } from './silence';

const SILENCE_MS = 5 * 60_000;
const SILENT = `VS Code's server did not start, and has said nothing for ${minutes(SILENCE_MS)}.`;
const STOP_WITHIN_MS = 5_000;

/** A server, or a stand-in for one, that serves the workbench on this machine only. */
export interface RunningServer {
  /** Host and port, for example 127.0.0.1:8137. */
  readonly host: string;
  /** Rejects when the server ends without having been asked to; never resolves. */
  readonly died: Promise<never>;
  readonly log: LogTail;
  stop(): Promise<void>;
}

/** How a server is started. */
interface LaunchOptions {
  readonly args: readonly string[];
  /** A folder for its sockets and other passing files; the machine's own if left out. */
  readonly temporary?: string;
}

/** Starts the server process and waits until it listens. It gets a process group of its own. */
export async function launchServer(build: ServerBuild, options: LaunchOptions): Promise<RunningServer> {
  const main = path.join(build.home, 'out', 'server-main.js');
  const common = ['--host', '127.0.0.1', '--disable-telemetry', '--accept-server-license-terms'];
  const child = spawn(build.node, [main, ...common, ...options.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: serverEnvironment(options.temporary),
  });
  const log = new LogTail();
  const { pid } = child;
  const forget = onEnd(() => endGroup(pid, 'SIGKILL'));
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(`status ${code ?? signal}`));
  });
  let stopping = false;
  const died = new Promise<never>((_, reject) => {
    const complain = (how: string) =>
      new Error(`VS Code's server ended unexpectedly (${how}). Run it again.`);
    ended.then((how) => stopping || reject(complain(how)));
  });
  // The server may die when nobody waits for it any more, or not yet.
  died.catch(() => undefined);
  const port = new Promise<string>((resolve, reject) => {
    const watch = new SilenceWatch(SILENCE_MS, () => reject(new Error(SILENT)));
    let said = '';
    child.stdout.on('data', (data) => {
      watch.heard();
      log.add(String(data));
      // Only the start of the output is of interest, and one line may come in two pieces.
      if (said.length < 10_000) said += String(data);
      const match = /Extension host agent listening on (\d+)\s/.exec(said);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.stderr.on('data', (data) => log.add(String(data)));
  });
  const stop = async () => {
    stopping = true;
    endGroup(pid, 'SIGTERM');
    const hard = setTimeout(() => endGroup(pid, 'SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(hard);
    // Children of the server may outlive it by a moment.
    endGroup(pid, 'SIGKILL');
    forget();
  };
  try {
    return { host: `127.0.0.1:${await Promise.race([port, died])}`, died, log, stop };
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\n${log.show('last lines of the server')}`);
  }
}

/** The server must not believe that it runs inside a VS Code terminal, nor take this process's Node options. */
function serverEnvironment(temporary: string | undefined): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env);
  const own = entries.filter(([name]) => !/^(VSCODE_|NODE_OPTIONS$|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(own), ...(temporary === undefined ? {} : { TMPDIR: temporary }) };
}
