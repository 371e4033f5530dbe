import { existsSync, realpathSync } from 'node:fs';
import * as path from 'node:path';

/**
 * The executable of the desktop VS Code whose `code` command is on PATH. The command itself is only a script
 * that starts the program and returns at once, so the program behind it is what tests have to wait for.
 */
export function findDesktop(environment: NodeJS.ProcessEnv): string | undefined {
  const script = findCommand(environment);
  return script === undefined ? undefined : programsBehind(script).find((program) => existsSync(program));
}

function findCommand(environment: NodeJS.ProcessEnv): string | undefined {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  for (const folder of (environment.PATH ?? '').split(path.delimiter)) {
    const candidate = path.join(folder, name);
    if (folder !== '' && existsSync(candidate)) return realpathSync(candidate);
  }
  return undefined;
}

/** Where the program can lie, seen from its script, in VS Code's own layouts for each platform. */
function programsBehind(script: string): string[] {
  const above = path.resolve(script, '..', '..');
  if (process.platform === 'win32') return [path.join(above, 'Code.exe')];
  if (process.platform === 'darwin') {
    const contents = path.resolve(above, '..', '..');
    return ['Code', 'Electron'].map((name) => path.join(contents, 'MacOS', name));
  }
  return [path.join(above, 'code')];
}
