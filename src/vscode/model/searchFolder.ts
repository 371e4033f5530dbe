/** Searches a workspace folder for templates and the documents that follow them. */

import * as vscode from 'vscode';
import type { Config } from '../../core/config/config';
import { isCandidate, saysTemplate } from '../../core/config/scope';
import { findDocuments } from '../../core/discovery/findDocuments';
import { findTemplates } from '../../core/discovery/findTemplates';
import type { Repository } from '../../core/discovery/repository';
import type { TemplateFile } from '../../core/template/templateSet';
import { readTemplates } from '../../core/template/templateSet';
import { placeKind } from '../documents/savedFile';
import { inBatches } from './batches';
import { markdownFiles } from './markdownFiles';
import { openHeads } from './markdownHeads';

/** The files in media/templates, which a web host cannot list. */
const BUNDLED = ['adr.md', 'design.md', 'developer.md', 'nygard.md', 'retrospective.md', 'rfc.md'];
const MAX_BYTES = 1_000_000;

/** What was found in a workspace folder. */
export interface FoundFiles {
  readonly templates: readonly TemplateFile[];
  /** Paths relative to the folder. */
  readonly documents: readonly string[];
}

/** Searches a folder. The heads of its files are cached in `storage`. */
export async function searchFolder(
  folder: vscode.Uri,
  config: Config,
  bundled: readonly TemplateFile[],
  storage: vscode.Uri,
): Promise<FoundFiles> {
  const paths = (await markdownFiles(folder)).filter((path) => isCandidate(path, config)).sort();
  const heads = await openHeads(folder, storage);
  await heads.read(paths);
  const named = new Set([...paths.filter((path) => saysTemplate(path)), ...config.templates]);
  const texts = await inBatches(
    [...named],
    async (path) => [path, await readInside(folder, vscode.Uri.joinPath(folder, path))] as const,
  );
  const textOf = new Map(texts);
  const repository: Repository = {
    paths,
    config,
    head: (path) => heads.of(path),
    read: (path) => textOf.get(path),
  };
  const templates = findTemplates(repository);
  const documents = findDocuments(repository, readTemplates([...templates, ...bundled]));
  await heads.save(paths);
  return { templates, documents };
}

/** The templates that ship with the product. */
export async function readBundled(extensionUri: vscode.Uri): Promise<TemplateFile[]> {
  const folder = vscode.Uri.joinPath(extensionUri, 'media', 'templates');
  const texts = await Promise.all(BUNDLED.map((path) => readText(vscode.Uri.joinPath(folder, path))));
  return BUNDLED.flatMap((path, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ path, text, bundled: true }];
  });
}

/** The text of a template; undefined if it is not readable, or if a link in its path may lead out of the workspace. */
async function readInside(folder: vscode.Uri, uri: vscode.Uri): Promise<string | undefined> {
  return (await placeKind(folder, uri)) === 'inside' ? readText(uri) : undefined;
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > MAX_BYTES ? undefined : new TextDecoder().decode(bytes);
  } catch {
    // A template that was just deleted or is not readable is left out.
    return undefined;
  }
}
