/** The documents that paths stand for, checked. One that is unchanged since the last time is not read. */

import { createHash } from 'node:crypto';
import type { CachedDocument } from '../../core/cache/documentCache';
import { openCache } from '../../core/cache/documentCache';
import { fingerprintOf } from '../../core/cache/fingerprint';
import type { Summary } from '../../core/json/documents';
import { digest } from '../../core/text/digest';
import { openCacheStorage } from '../cache/storage';
import { realPath, statOf } from '../files/files';
import { decoded, readBytes } from '../files/readFile';
import type { Request } from '../workspace/request';
import type { Target } from '../workspace/workspace';
import { insidePath, shownPath } from '../workspace/workspace';
import type { Context } from './context';
import { ifReadable, isMeant, openContext } from './context';

export interface CheckedFile {
  /** The file on the disk. */
  readonly file: string;
  /** The path as it is reported. */
  readonly path: string;
  readonly summary: Summary;
}

/** The same documents as `analyzeFiles`, with the summary of each. */
export async function* checkFiles(
  request: Request,
  paths: readonly string[],
): AsyncGenerator<CheckedFile, undefined> {
  const context = await openContext(request, paths);
  const { workspace, targets } = context;
  // A file that is named is always read, and a template that is named counts only this time.
  const isCached = request.template === undefined && targets.some(({ named }) => !named);
  const documentOf = await documentMaker(request, context, isCached);
  const cache = await openCache(
    isCached ? openCacheStorage(workspace.root) : undefined,
    realPath(workspace.root),
    // Which characters are letters depends on the version of Unicode that Node has.
    request.build && `${request.build} ${process.versions.unicode}`,
  );
  try {
    for (const target of targets) {
      const summary = await ifReadable(target, request, () => {
        const document = documentOf(target);
        return target.named ? readAnew(document) : cache.summaryOf(document);
      });
      if (!summary) continue;
      const { template, titled } = summary;
      if (!isMeant(target, { bound: template !== null, titled })) continue;
      yield { file: target.path, path: shownPath(workspace, target.path), summary };
    }
  } finally {
    const there = new Set(workspace.files);
    await cache.save((path) => there.has(path));
  }
}

async function readAnew(document: CachedDocument): Promise<Summary> {
  const { text } = await document.read();
  return (await document.analyze(text)).summary;
}

/** Reading documents takes a parser, which is loaded late if all of them may be in the cache. */
async function documentMaker(
  request: Request,
  context: Context,
  late: boolean,
): Promise<(target: Target) => CachedDocument> {
  const { workspace, queries } = context;
  const ownContext = contextDigest(context);
  let analyze = late ? undefined : await openSummarizer(request, context);
  return (target) => {
    const file = target.path;
    const stat = statOf(file);
    return {
      path: insidePath(workspace, file) ?? file,
      context: ownContext,
      fingerprint: stat && fingerprintOf(stat, Date.now()),
      answers: (questions) => queries.answers(file, questions),
      read: () => {
        const bytes = readBytes(file);
        return { text: decoded(file, bytes), digest: createHash('sha256').update(bytes).digest('hex') };
      },
      analyze: async (text) => {
        analyze ??= await openSummarizer(request, context);
        return analyze(target, text);
      },
    };
  };
}

type Summarizer = (target: Target, text: string) => Awaited<ReturnType<CachedDocument['analyze']>>;

async function openSummarizer(request: Request, context: Context): Promise<Summarizer> {
  const { openAnalyzer, unboundNote } = await import('./analyzeFiles.js');
  const { summaryOf } = await import('../../core/json/summary.js');
  const analyzeText = openAnalyzer(request, context);
  return (target, text) => {
    const asked = new Set<string>();
    const found = analyzeText(target.path, text, asked);
    if (target.named && !found.analysis.bound) request.note(unboundNote(found));
    const summary = summaryOf(found.analysis);
    return { summary, answers: context.queries.answers(target.path, asked) };
  };
}

/** A digest of what is the same for all documents and decides their findings. */
function contextDigest({ workspace, templates }: Context): string {
  const { rules, statuses } = workspace.config;
  const files = templates.map((file) => ({ ...file, path: insidePath(workspace, file.path) ?? file.path }));
  return digest(JSON.stringify([rules, statuses, files]));
}
