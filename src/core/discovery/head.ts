/** The head of a Markdown file: enough of it to tell templates, their documents and other files apart. */

import { parseDocument } from '../document/document';
import type { Profile } from '../template/profile';
import { profileOf } from '../template/profile';

/** The number of bytes of a file that are read as its head. */
export const headLength = 16 * 1024;

/** What is known of a file from its head. It can be written as JSON. */
export interface Head {
  readonly profile: Profile;
  /** The head is the whole file. */
  readonly whole: boolean;
}

/** Reads the head of a file from its first characters. `whole` says that the file has no more. */
export function readHead(text: string, whole: boolean): Head {
  // The last line may be cut.
  const document = parseDocument(whole ? text : text.slice(0, text.lastIndexOf('\n') + 1));
  const head: Head = { profile: profileOf(document), whole };
  // A copy, because in V8 a substring keeps the whole text alive.
  return JSON.parse(JSON.stringify(head));
}
