/** Chooses the document whose plan goes on, where none is named. */

import { isStuck } from '../plan/idle';
import type { Analysis } from './analyze';
import { stageOfAnalysis } from './stage';

/**
 * Of the documents in progress, the first that has a next step; else the first whose plan a person must change; else the
 * first. Undefined if none is in progress. It reads no more documents than it needs.
 */
export async function firstInProgress<T extends { readonly analysis: Analysis }>(
  documents: AsyncIterable<T>,
): Promise<T | undefined> {
  let stuck: T | undefined;
  let done: T | undefined;
  for await (const document of documents) {
    const { next, plan } = document.analysis;
    if (stageOfAnalysis(document.analysis) !== 'progress') continue;
    if (next) return document;
    if (isStuck(plan)) stuck ??= document;
    else done ??= document;
  }
  return stuck ?? done;
}
