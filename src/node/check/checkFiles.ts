/** Checks documents. A document that is unchanged since the last check is not read. */

import { createHash } from 'node:crypto';
import * as path from 'node:path';
import type { CachedDocument } from '../../core/cache/documentCache';
import { openCache } from '../../core/cache/documentCache';
import type { Summary } from '../../core/json/documents';
import { summaryOf } from '../../core/json/summary';
import { digest } from '../../core/text/digest';
import { openCacheStorage } from '../cache/storage';
import { realPath } from '../files/files';
import { decoded, readBytes, readText } from '../files/readFile';
import { changedSince } from '../git/changedSince';
import type { Request } from '../workspace/request';
import type { Target } from '../workspace/workspace';
import { insidePath, shownPath } from '../workspace/workspace';
import type { Wanted } from './analyzeFiles';
import { openAnalyzer, unboundNote } from './analyzeFiles';
import type { Context } from './context';
import { openContext, readOrNote } from './context';

/** A document with its summary. */
export interface CheckedFile {
  /** The file on the disk. */
  readonly file: string;
  /** The path for output. */
  readonly path: string;
  /** The path below the root of the workspace; undefined if the file is outside. */
  readonly inside: string | undefined;
  readonly summary: Summary;
}

/** Yields the same documents as `analyzeFiles`, with their summaries, using and updating the cache. */
export async function* checkFiles(
  request: Request,
  paths: readonly string[],
  { plans = false }: Wanted = {},
): AsyncGenerator<CheckedFile, undefined> {
  const context = await openContext(request, paths);
  const { workspace, targets } = context;
  // Named files are always read, and findings for a requested template are not cached.
  const isCached = request.template === undefined && !request.unmerged && targets.some(({ named }) => !named);
  const isChanged = await changeTest(request, context);
  const documentOf = documentMaker(request, context, isCached);
  const cache = await openCache(
    isCached ? openCacheStorage(workspace.root) : undefined,
    realPath(workspace.root),
    // Character classes depend on Node's version of Unicode.
    request.build && `${request.build} ${process.versions.unicode}`,
  );
  try {
    for (const [index, target] of targets.entries()) {
      request.progress?.('check', index, targets.length);
      const summary = await readOrNote(target, request, () => {
        if (!isChanged(target)) return undefined;
        const document = documentOf(target);
        return target.named ? summarize(document) : cache.summaryOf(document);
      });
      if (!summary) continue;
      const isWanted = summary.template !== null || (plans && summary.planFormat !== null);
      if (!isWanted && !target.named) continue;
      const { templatePath } = summary;
      yield {
        file: target.path,
        path: shownPath(workspace, target.path),
        inside: insidePath(workspace, target.path),
        summary: {
          ...summary,
          templatePath: templatePath && shownPath(workspace, path.resolve(workspace.root, templatePath)),
        },
      };
    }
  } finally {
    const files = new Set(workspace.files);
    await cache.save((path) => files.has(path));
  }
}

/** Returns a function that is false for targets that the request leaves out because they have not changed. */
async function changeTest(
  { changed }: Request,
  { workspace, targets }: Context,
): Promise<(target: Target) => boolean> {
  if (changed === undefined) return () => true;
  const inside = targets.flatMap((target) => insidePath(workspace, target.path) ?? []);
  const differs = await changedSince(workspace.root, changed, inside);
  return ({ path: file }) => differs(insidePath(workspace, file) ?? file, readText(file));
}

async function summarize(document: CachedDocument): Promise<Summary> {
  const { text } = await document.read();
  return (await document.analyze(text)).summary;
}

/** Returns a function that makes documents for the cache. With `lazy`, the analyzer is opened only on a cache miss. */
function documentMaker(
  request: Request,
  context: Context,
  lazy: boolean,
): (target: Target) => CachedDocument {
  const { workspace, queries } = context;
  const digestOfContext = contextDigest(context);
  let analyze = lazy ? undefined : openSummarizer(request, context);
  return (target) => {
    const file = target.path;
    const inside = insidePath(workspace, file) ?? file;
    return {
      path: inside,
      context: digestOfContext,
      fingerprint: workspace.fingerprints.get(inside),
      answers: (questions) => queries.answers(file, questions),
      read: () => {
        const bytes = readBytes(file);
        return { text: decoded(file, bytes), digest: createHash('sha256').update(bytes).digest('hex') };
      },
      analyze: async (text) => {
        analyze ??= openSummarizer(request, context);
        return analyze(target, text);
      },
    };
  };
}

/** Analyzes a document's text; returns its summary and the answers on which it depends. */
type Summarizer = (target: Target, text: string) => Awaited<ReturnType<CachedDocument['analyze']>>;

function openSummarizer(request: Request, context: Context): Summarizer {
  const analyzeText = openAnalyzer(request, context);
  return (target, text) => {
    const asked = new Set<string>();
    const found = analyzeText(target.path, text, asked);
    if (target.named && !found.analysis.bound) request.note(unboundNote(found));
    const summary = summaryOf(found.analysis);
    return { summary, answers: context.queries.answers(target.path, asked) };
  };
}

/** A digest of everything that all documents share and that affects their findings. */
function contextDigest({ workspace, templates, baseline }: Context): string {
  const { rules, statuses, index } = workspace.config;
  return digest(JSON.stringify([rules, statuses, index ?? null, templates, [...baseline]]));
}
