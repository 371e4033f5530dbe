import { rmSync } from 'node:fs';

type Job = () => void;

// 128 plus the signal's number is what a shell reports for a program that a signal ended.
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const PARENT_CHECK_MS = 500;

const jobs = new Set<Job>();
let listens = false;
let stop = (status: number): void => process.exit(status);

/**
 * Has a job done when this process ends, also by Ctrl+C. The job must be synchronous, since nothing else is
 * waited for at that point. The returned function forgets the job again.
 */
export function onEnd(job: Job): () => void {
  listen();
  jobs.add(job);
  return () => jobs.delete(job);
}

/** Has Ctrl+C and its like do this, which must end the process, instead of ending it at once. */
export function stopWith(action: () => void): void {
  listen();
  stop = action;
}

/**
 * Has the same happen when whoever started this process is gone: the shell that npm runs a script in dies of a signal
 * and hands none on.
 */
export function stopWithParent(): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop(SIGNALS.SIGTERM);
  }, PARENT_CHECK_MS);
  watch.unref();
}

/** Ends a child and everything it started; the child must have been started as its own process group. */
export function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  // A child that never started has no number, and the number 0 would mean this process itself.
  if (pid === undefined || pid <= 0) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is already gone, which is what was wanted.
  }
}

/** Removes a folder of temporary files, waiting a moment for processes that are still writing into it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

function listen(): void {
  if (listens) return;
  listens = true;
  process.on('exit', () => {
    for (const job of jobs) job();
  });
  for (const [signal, status] of Object.entries(SIGNALS)) process.on(signal, () => stop(status));
}
