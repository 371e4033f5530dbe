/** What the cache holds of one document, and how long it holds. */

import type { Summary } from '../json/documents';
import type { FileFingerprint } from './fingerprint';
import { isSameFile } from './fingerprint';

/** Questions about the surroundings of a document, each with a text that changes when the answer does. */
export type Answers = Readonly<Record<string, string>>;

/** Everything that a summary depends on. */
interface Dependencies {
  /** Undefined for a file that was racily clean. */
  readonly fingerprint?: FileFingerprint | undefined;
  /** A digest of the document's content. */
  readonly content: string;
  /** A digest of the templates, the configuration and whatever else is the same for many documents. */
  readonly context: string;
  readonly answers: Answers;
}

export interface CacheEntry extends Dependencies {
  readonly summary: Summary;
}

/** The state of a document now. Its content is undefined while it has not been read. */
export type DocumentState = Omit<Dependencies, 'content'> & Partial<Pick<Dependencies, 'content'>>;

/** True if the summary of an entry is what a new analysis of the document would give. */
export function entryHolds(entry: CacheEntry, now: DocumentState): boolean {
  const isSameText =
    now.content === undefined
      ? isSameFile(entry.fingerprint, now.fingerprint)
      : entry.content === now.content;
  return isSameText && entry.context === now.context && haveSameAnswers(entry.answers, now.answers);
}

function haveSameAnswers(before: Answers, now: Answers): boolean {
  return Object.entries(before).every(([question, answer]) => now[question] === answer);
}
