/** The cache entry of a document, and when it is valid. */

import type { Summary } from '../json/documents';
import type { FileFingerprint } from './fingerprint';
import { isSameFile } from './fingerprint';

/** Questions about the environment of a document, each with a text that changes when the answer does. */
export type Answers = Readonly<Record<string, string>>;

/** Everything that a summary depends on. */
interface Dependencies {
  /** Undefined if the file was racily clean. */
  readonly fingerprint?: FileFingerprint | undefined;
  /** A digest of the document's content. */
  readonly content: string;
  /** A digest of the templates, the configuration and everything else that many documents share. */
  readonly context: string;
  readonly answers: Answers;
}

/** A summary with its dependencies. */
export interface CacheEntry extends Dependencies {
  readonly summary: Summary;
}

/** The current state of a document. Its content is undefined until it is read. */
export type DocumentState = Omit<Dependencies, 'content'> & Partial<Pick<Dependencies, 'content'>>;

/** True if a new analysis of the document would give the summary of the entry. */
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
