/** Delays the analysis of documents that are slow to analyze until the person stops typing for a moment. */

/** An analysis that takes this many milliseconds or more is not run at each keystroke. */
export const SLOW_MS = 50;

/** The pending announcements of changed documents. */
export class SlowDocuments<T> {
  private readonly timers = new Map<T, ReturnType<typeof setTimeout>>();

  /** `announce` is called for each document that changed. */
  constructor(private readonly announce: (document: T) => void) {}

  /**
   * Announces a change at once if the last analysis of the document took less than `SLOW_MS`. Otherwise it waits until
   * no other change has come for as many milliseconds as the analysis took.
   */
  change(document: T, cost: number): void {
    this.cancel(document);
    if (cost < SLOW_MS) {
      this.announce(document);
      return;
    }
    const timer = setTimeout(() => {
      this.timers.delete(document);
      this.announce(document);
    }, cost);
    this.timers.set(document, timer);
  }

  /** True while a change of the document has not been announced. */
  isPending(document: T): boolean {
    return this.timers.has(document);
  }

  /** Drops the pending announcement of a document. */
  cancel(document: T): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
  }

  dispose(): void {
    for (const document of [...this.timers.keys()]) this.cancel(document);
  }
}
