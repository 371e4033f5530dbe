/** The open documents with their unsaved text, and one analysis for each version of them. */

import { TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Environment } from '../core/analysis/analyze';
import { maxTextLength } from '../core/config/scope';
import { isExpectedFile, isShown } from '../core/features/shown';
import { workspacePath } from '../node/workspace/workspace';
import type { Folders, Place } from './folders';
import type { Project, Projects } from './projects';

/** A version of an open design doc. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly place: Place;
  readonly project: Project;
  /** The path below the root of the workspace, with `/`. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly environment: Environment;
}

/** A design doc that is too long to be checked. */
export type Found = OpenDocument | 'too long';

/** An analyzed version; `found` is undefined if it is no design doc. */
interface Entry {
  readonly version: number;
  readonly project: Project;
  readonly found: Found | undefined;
}

/** The documents that the client has open. */
export class OpenDocuments {
  readonly texts = new TextDocuments(TextDocument);
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly folders: Folders,
    private readonly projects: Projects,
  ) {
    this.texts.onDidClose(({ document: { uri } }) => this.entries.delete(uri));
  }

  /** The current version of a document; undefined if it is not open, outside of the workspace or no design doc. */
  async of(uri: string): Promise<Found | undefined> {
    const place = this.folders.placeOf(uri);
    if (!place || !this.texts.get(uri)) return undefined;
    const project = await this.projects.of(place.folder);
    // The document may have changed or been closed meanwhile.
    const text = this.texts.get(uri);
    if (!text) return undefined;
    const { version } = text;
    const entry = this.entries.get(uri);
    if (entry?.version === version && entry.project === project) return entry.found;
    const found = analyzed(uri, text, place, project);
    this.entries.set(uri, { version, project, found });
    return found;
  }

  /** The current version of a document that is checked; undefined for any other. */
  async analyzed(uri: string): Promise<OpenDocument | undefined> {
    const found = await this.of(uri);
    return found === 'too long' ? undefined : found;
  }

  /** The open documents by the file that they are in, links resolved. Those outside of the workspace are left out. */
  byFile(): Map<string, TextDocument> {
    return new Map(
      this.texts.all().flatMap((text) => {
        const place = this.folders.placeOf(text.uri);
        return place ? [[place.file, text]] : [];
      }),
    );
  }
}

function analyzed(uri: string, text: TextDocument, place: Place, project: Project): Found | undefined {
  const { workspace, analyze } = project;
  const path = workspacePath(workspace, place.file);
  const { version } = text;
  const source = text.getText();
  if (source.length > maxTextLength) {
    return isExpectedFile(path, workspace.config) ? 'too long' : undefined;
  }
  const { analysis, environment } = analyze(place.file, source);
  if (!isShown(analysis, path, workspace.config)) return undefined;
  return { uri, version, place, project, path, analysis, environment };
}
