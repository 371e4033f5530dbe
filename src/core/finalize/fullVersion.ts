/** Where git has the full text of a document, and the line that points there. */

import type { Document } from '../document/document';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { shellWord } from '../text/shell';

/**
 * Where git has a text. `untracked`: the commit that is checked out does not have the file. `differs`: it has another
 * text. `no commit`: there is none yet, or git cannot be asked.
 */
export type FullVersion =
  | { readonly kind: 'known'; readonly commit: string; readonly path: string }
  | { readonly kind: 'no git' | 'no commit' | 'untracked' | 'differs' };

/** The characters of a commit's id in the pointer: unique in any repository, and short enough to read. */
const ID_LENGTH = 12;
const PLAIN = /^[\w./+@:=-]+$/;
const POINTER = /^[^`]{0,200}`+ ?git show '?[0-9a-f]{7,64}:[^\n]{1,4000}`[.。]?$/;

/** Why nothing may be removed from a text that git does not have; undefined if git has it. */
export function missingVersion(full: FullVersion): Message | undefined {
  switch (full.kind) {
    case 'known':
      return undefined;
    case 'no git':
      return say`Git cannot be asked here, so the full text would be lost. Put the folder under git, trust the workspace, and commit the document first.`;
    case 'no commit':
      return say`The repository has no commit yet, so the full text would be lost. Commit the document first.`;
    case 'untracked':
      return say`The commit that is checked out does not have the document, so its full text would be lost. Commit it first.`;
    case 'differs':
      return say`The document has changes that are not committed, so its full text would be lost. Commit them, or take them back, first.`;
  }
}

/** The line that names the command that shows the full text; undefined for a path that no shell can be given safely. */
export function pointerLine({
  commit,
  path,
}: {
  readonly commit: string;
  readonly path: string;
}): string | undefined {
  const object = `${commit.slice(0, ID_LENGTH)}:${path}`;
  const word = PLAIN.test(object) ? object : shellWord(object, 'sh');
  if (word === undefined) return undefined;
  const longest = Math.max(0, ...(word.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const [before, after] = longest > 0 ? [`${fence} `, ` ${fence}`] : [fence, fence];
  return `Full text: ${before}git show ${word}${after}`;
}

/** The line of the pointer in a document that was finalized; undefined if it has none. */
export function pointerIn({ blocks }: Document): number | undefined {
  return blocks.find(({ kind, content }) => kind === 'paragraph' && POINTER.test(content))?.start;
}
