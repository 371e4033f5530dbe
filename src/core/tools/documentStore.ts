/** The documents that the tools read and change. Each face implements a store. */

import type { Analysis } from '../analysis/analyze';
import type { ListedJson } from '../json/documents';
import type { FileStates } from '../plan/fileState';
import { digest } from '../text/digest';
import type { TextEdit } from '../text/text';
import { applyEdits } from '../text/text';
import { UserError } from '../text/userError';

/** A folder with documents, to which the tools are confined. */
export interface Root {
  /** Its absolute path, or its URI if it is not on the disk. */
  readonly root: string;
  /** The git branch that is checked out in it; null if there is none, or if it is unknown. */
  readonly branch: string | null;
}

/** The current state of a document. */
export interface Opened extends Root {
  /** Relative to the root if there is only one, with `/`; `open` accepts it. */
  readonly path: string;
  /** The file of the document's template, like `path`; null for a bundled one or none. */
  readonly templatePath: string | null;
  readonly text: string;
  readonly analysis: Analysis;
}

/** A document to write. */
export interface WantedDocument {
  readonly title: string;
  /** The name of the template. */
  readonly template?: string | undefined;
  /** The folder, like the path of a document. */
  readonly dir?: string | undefined;
  /** Also write the template's optional sections. */
  readonly optional?: boolean | undefined;
}

/** All effects of the tools. Each function throws a `UserError` if it fails. */
export interface DocumentStore extends FileStates {
  /** The folders with the documents. */
  roots(): Promise<readonly Root[]>;
  /** The design docs of the workspace, in the order of their paths. */
  documents(): AsyncIterable<Opened>;
  /**
   * The same documents as list entries, which is faster: documents that are unchanged since the last time are cached.
   */
  listed(): AsyncIterable<ListedJson>;
  /** The document at a path. Refuses paths that lead out of the workspace, also through symbolic links. */
  open(path: string): Promise<Opened>;
  /** Replaces the text of a document. Fails if the document changed after it was opened. */
  replace(document: Opened, text: string): Promise<Opened>;
  /**
   * Writes a new document. Without a template, it is the default one; without a folder, the only one that has design
   * docs, or the usual one if there is none.
   */
  create(wanted: WantedDocument): Promise<Opened>;
}

/**
 * The version of a document, a digest of its text. Tools that write require it as a proof that the caller has read it.
 */
export function versionOf({ text }: Opened): string {
  return digest(text);
}

/**
 * Opens a document to change it. Throws a `UserError` if the document is no longer at the given version; `reader` is the
 * tool that reads what the caller has to know.
 */
export async function openVersion(
  store: DocumentStore,
  path: string,
  version: string,
  reader = 'read_plan',
): Promise<Opened> {
  const opened = await store.open(path);
  if (versionOf(opened) === version) return opened;
  throw new UserError(
    'stale-version',
    `${opened.path} is no longer at version ${version.slice(0, 40)}: it has changed since. Nothing was written. Call ${reader} for its current lines and version.`,
  );
}

/** Applies edits. Does not write the document if they change nothing. */
export async function applyTo(
  store: DocumentStore,
  opened: Opened,
  edits: readonly TextEdit[],
): Promise<Opened> {
  const text = applyEdits(opened.text, edits);
  return text === opened.text ? opened : store.replace(opened, text);
}
