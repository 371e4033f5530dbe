/** Lists the design docs of the workspace. A document that is unchanged since the last listing is not read. */

import type { Uri } from 'vscode';
import { buildName } from '../../core/cache/buildName';
import type { CachedDocument } from '../../core/cache/documentCache';
import { openCache } from '../../core/cache/documentCache';
import { maxTextLength } from '../../core/config/scope';
import type { ListedJson, Summary } from '../../core/json/documents';
import { listedJson } from '../../core/json/documents';
import { digest } from '../../core/text/digest';
import { shownPath, shownTemplatePath } from '../documents/documentPaths';
import { savedState, savedText } from '../documents/savedFile';
import { cacheStorage } from '../model/cacheStorage';
import type { CandidateFile } from '../services/candidates';
import { candidates } from '../services/candidates';
import type { DocumentServices } from '../services/services';
import { answersTo, summarize } from './fileQueries';

const CACHE = 'documents';

/** The design docs of each workspace folder in turn, sorted by path. */
export async function* listDocuments(services: DocumentServices): AsyncGenerator<ListedJson> {
  for await (const { uri, summary } of summaries(services)) {
    const templatePath = shownTemplatePath(uri, summary.templatePath);
    yield listedJson(shownPath(uri), { ...summary, templatePath });
  }
}

/** The summaries of the design docs of each workspace folder in turn, sorted by path. Updates the cache at the end. */
export async function* summaries(
  services: DocumentServices,
): AsyncGenerator<{ readonly uri: Uri; readonly summary: Summary }> {
  const cache = await openCache(cacheStorage(services.storage), CACHE, buildName());
  const listedPaths = new Set<string>();
  for await (const candidate of candidates(services)) {
    const document = await documentOf(services, candidate);
    if (!document) continue;
    listedPaths.add(document.path);
    const summary = await cache.summaryOf(document);
    if (summary.template === null && summary.planFormat === null) continue;
    yield { uri: candidate.uri, summary };
  }
  await cache.save((path) => listedPaths.has(path));
}

/** The document for the cache; undefined if it is gone or too long. An open document has no fingerprint. */
async function documentOf(
  services: DocumentServices,
  { uri, open }: CandidateFile,
): Promise<CachedDocument | undefined> {
  const state = open ? { size: open.getText().length, fingerprint: undefined } : await savedState(uri);
  if (state === undefined || state.size > maxTextLength) return undefined;
  return {
    path: uri.toString(),
    context: contextDigest(services, uri),
    fingerprint: state.fingerprint,
    answers: (questions) => answersTo(services.merged, uri, questions),
    read: async () => {
      const text = open ? open.getText() : await savedText(uri);
      return { text, digest: digest(text) };
    },
    analyze: (text) => summarize(services, uri, text),
  };
}

/** A digest of everything that determines a document's findings, except its text and the files that it refers to. */
function contextDigest({ templates, configs, authors, baselines }: DocumentServices, uri: Uri): string {
  return digest(
    JSON.stringify([templates.signature, configs.of(uri), authors.of(uri), baselines.of(uri) ?? null]),
  );
}
