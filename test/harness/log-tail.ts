/** Remembers the last lines of a process or a page, for the moment when something breaks. */
export class LogTail {
  private readonly kept: string[] = [];

  constructor(private readonly limit = 40) {}

  /** Takes any piece of text and keeps its last non-empty lines. */
  add(text: string): void {
    for (const line of text.split(/\r?\n/)) {
      if (line.trim() !== '') this.kept.push(line.slice(0, 600));
    }
    this.kept.splice(0, this.kept.length - this.limit);
  }

  /** The last lines, indented under a title, or nothing when there are none. */
  show(title: string, lines = 12): string {
    const last = this.kept.slice(-lines);
    return last.length === 0 ? '' : [`${title}:`, ...last.map((line) => `    ${line}`), ''].join('\n');
  }
}
