import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { INSTALL, packageInstaller } from './apt';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

// Without a font package a minimal system draws every letter as an empty box.
const PACKAGES = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];

/** A Chromium or Chrome that starts here; it is installed first where that is possible without asking. */
export async function prepareBrowser(): Promise<string> {
  const found = findBrowser(process.env);
  if (found.executable !== undefined) return found.executable;
  if (process.env.CHROMIUM !== undefined) {
    throw new Error(
      `The browser named by CHROMIUM does not start. Correct or unset CHROMIUM.\n${found.refused}`,
    );
  }
  const install = packageInstaller();
  if (install) {
    await install('Chromium and fonts', PACKAGES);
    const installed = findBrowser(process.env);
    if (installed.executable !== undefined) return installed.executable;
    throw new Error(`Chromium was installed but does not start.\n${installed.refused}`);
  }
  throw new Error(
    `No Chromium or Chrome was found that starts. Run: sudo apt-get update && sudo apt-get ${[...INSTALL, ...PACKAGES].join(' ')}\n` +
      `or install Chrome another way and name its executable in CHROMIUM.\n${found.refused}`,
  );
}

/** What a search for a browser gave: the first that starts, or why the ones found did not. */
interface FoundBrowser {
  readonly executable?: string;
  readonly refused: string;
}

function findBrowser(environment: NodeJS.ProcessEnv): FoundBrowser {
  const refused: string[] = [];
  for (const candidate of candidates(environment)) {
    if (!existsSync(candidate)) continue;
    // A browser with missing libraries, or a stub that only points to a store, exists but does not start.
    const trial = spawnSync(candidate, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 120_000 });
    if (trial.status === 0) return { executable: candidate, refused: '' };
    refused.push(
      `${candidate}: ${(trial.stderr ?? '').trim() || trial.error?.message || `status ${trial.status}`}`,
    );
  }
  return { refused: refused.join('\n') };
}

function candidates(environment: NodeJS.ProcessEnv): string[] {
  if (environment.CHROMIUM !== undefined) return [environment.CHROMIUM];
  const folders = (environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...new Set([...onPath, ...PLACES])];
}
