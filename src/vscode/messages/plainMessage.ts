/** Keeps texts of documents plain in a message. */

/** A text in which VS Code sees no link: a message makes `[label](command:…)` one that runs a command. */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}
