/** What the tools read and change: documents, wherever a face has them. Each face has a store of its own. */

import type { Analysis } from '../analysis/analyze';
import type { Changes } from '../analysis/readiness';
import { evidenceTrees } from '../analysis/readiness';
import type { ListedJson } from '../json/documents';
import { digest } from '../text/digest';
import type { TextEdit } from '../text/text';
import { applyEdits } from '../text/text';
import { UserError } from '../text/userError';

/** A document as it stands now. */
export interface Opened {
  /** Relative to the workspace, with `/`; opening it gives this document again. */
  readonly path: string;
  readonly text: string;
  readonly analysis: Analysis;
}

/** Everything that needs the outside world. Each function throws a `UserError` if it cannot do what is asked. */
export interface DocumentStore {
  /** The design docs of the workspace, in the order of their paths. */
  documents(): AsyncIterable<Opened>;
  /** The same as a list shows them, which takes less time: what is as it was when they were last listed is not read. */
  listed(): AsyncIterable<ListedJson>;
  /** One document, by its path. What lies outside of the workspace, links followed, is refused. */
  open(path: string): Promise<Opened>;
  /** Replaces the text of a document, unless it is no longer the one that was opened. */
  replace(document: Opened, text: string): Promise<Opened>;
  /** Writes a new document from the named template, or else from the one that new documents come from. */
  create(title: string, template: string | undefined, optional: boolean | undefined): Promise<Opened>;
  /** The files, design docs aside, that differ from a named state of the files; undefined if nobody can tell. */
  changedSince(tree: string): Promise<readonly string[] | undefined>;
}

/** The name of a document's text: whoever names it has read it. */
export function versionOf({ text }: Opened): string {
  return digest(text);
}

/** Opens the document for a change by somebody who has read the given version of it. */
export async function openVersion(store: DocumentStore, path: string, version: string): Promise<Opened> {
  const opened = await store.open(path);
  if (versionOf(opened) === version) return opened;
  throw new UserError(
    'stale-version',
    `${opened.path} is no longer at version ${version.slice(0, 40)}: it has changed since. Nothing was written. Call read_plan for its lines and version as they are now.`,
  );
}

/** Applies edits; a document that they leave as it is, is not written. */
export async function applyTo(
  store: DocumentStore,
  opened: Opened,
  edits: readonly TextEdit[],
): Promise<Opened> {
  const text = applyEdits(opened.text, edits);
  return text === opened.text ? opened : store.replace(opened, text);
}

/** What changed since the states of the files that the document's evidence names, the document itself aside. */
export async function changesSince(
  store: Pick<DocumentStore, 'changedSince'>,
  { path, analysis }: Opened,
): Promise<Changes> {
  const changes = new Map<string, readonly string[] | undefined>();
  for (const tree of evidenceTrees(analysis.plan)) {
    const files = await store.changedSince(tree);
    changes.set(
      tree,
      files?.filter((file) => file !== path),
    );
  }
  return changes;
}
