import { spawn } from 'node:child_process';
import { LogTail } from './log-tail';

const REMINDER_MS = 5_000;

/** Where a step's command runs and what it sees. */
interface StepOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs one slow command of a preparation. It says what it is doing, again every few seconds, and how long it
 * took; the command's own output is shown only when it fails.
 */
export async function runStep(
  title: string,
  command: string,
  args: readonly string[],
  options: StepOptions = {},
) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.log(`- ${title} ...`);
  const reminder = setInterval(() => console.log(`  still at it: ${title} (${seconds()})`), REMINDER_MS);
  try {
    await run(command, args, options);
  } finally {
    clearInterval(reminder);
  }
  console.log(`  done (${seconds()})`);
}

function run(command: string, args: readonly string[], options: StepOptions): Promise<void> {
  const tail = new LogTail();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (data) => tail.add(String(data)));
    child.stderr.on('data', (data) => tail.add(String(data)));
    child.on('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `${[command, ...args].join(' ')} ended with ${code ?? signal}\n${tail.show('its last lines')}`,
          ),
        );
    });
  });
}
