/** What the editor and the page of the Progress panel say to each other. */

import type { BurnUpPoint } from './burnUp';
import type { ProgressRow } from './rows';

/** What a page that shows rows is sent. Texts are in the language of the editor. */
export type PageMessage =
  | {
      readonly type: 'rows';
      readonly revision: number;
      readonly rows: readonly PageRow[];
      readonly texts: PageTexts;
    }
  | {
      readonly type: 'history';
      readonly revision: number;
      readonly index: number;
      readonly history: PageHistory;
    };

/** A row as the page shows it. */
export interface PageRow extends ProgressRow {
  readonly stageName: string;
  /** "3 of 5"; empty without a plan. */
  readonly count: string;
}

/** The history of a document's plan, or why it is not known. */
export type PageHistory =
  | { readonly points: readonly (BurnUpPoint & { readonly date: string })[]; readonly summary: string }
  | { readonly reason: string };

/** The words of the page. */
export type PageTexts = Readonly<Record<PageWord, string>>;
export type PageWord =
  | 'heading'
  | 'caption'
  | 'title'
  | 'stage'
  | 'status'
  | 'progress'
  | 'warnings'
  | 'next'
  | 'empty'
  | 'burnUp'
  | 'document'
  | 'done'
  | 'total'
  | 'date'
  | 'asTable'
  | 'noPlan'
  | 'reading';

/** What a page that shows rows may ask for. */
export interface PageRequest {
  readonly type: 'open' | 'history';
  readonly index: number;
}

/**
 * Reads a message of the page, which may hold anything. Undefined unless it asks for one of `count` rows of this
 * revision, or says that the page is ready.
 */
export function readRequest(
  message: unknown,
  revision: number,
  count: number,
): PageRequest | 'ready' | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type } = message;
  if (type === 'ready') return 'ready';
  if (type !== 'open' && type !== 'history') return undefined;
  if (!('index' in message) || !('revision' in message) || message.revision !== revision) return undefined;
  const { index } = message;
  if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index >= count) return undefined;
  return { type, index };
}
