/**
 * Watches something that reports its progress, and acts once it has been silent for too long. Nothing limits how long
 * the whole takes: a busy machine is slow, and still gets on.
 */
export class SilenceWatch {
  private readonly timer: NodeJS.Timeout;

  /** `act` is called once, after so many milliseconds without progress. */
  constructor(ms: number, act: () => void) {
    this.timer = setTimeout(act, ms).unref();
  }

  /** Takes note of progress. */
  heard(): void {
    this.timer.refresh();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** Milliseconds as minutes, for messages. */
export function minutes(ms: number): string {
  return `${ms / 60_000} minutes`;
}
