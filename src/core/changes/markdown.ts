/** The changes of documents as Markdown for a comment on a pull request. Names of documents stand in code spans only. */

import type { Analysis } from '../analysis/analyze';
import { codeSpan } from '../document/quote';
import type { Change } from './change';
import { nothingChanged } from './documentChanges';

/** A document with its changes. */
interface Compared {
  readonly before: Version | undefined;
  readonly after: Version | undefined;
  readonly changes: readonly Change[];
}

/** One version of a document. */
interface Version {
  readonly path: string;
  readonly analysis: Analysis;
}

/** The maximum number of changes of one document that are listed: a service refuses a comment that is too long. */
const MAX_LISTED = 50;

/** The lines of the comment. `base` is the commit with the old texts. */
export function changesMarkdown(documents: readonly Compared[], base: string): string[] {
  const since = `since ${codeSpan(base.slice(0, 12))}`;
  if (documents.length === 0) return [`No design doc has changed ${since}.`];
  const changes = documents.flatMap((document) => document.changes);
  const flagged = changes.filter((change) => change.flagged).length;
  const all = `${counted(changes.length, 'change')} in ${counted(documents.length, 'design doc')} ${since}`;
  return [`**${all}, ${flagged} to look at.**`, ...documents.flatMap(documentLines)];
}

function documentLines({ before, after, changes }: Compared): string[] {
  const flagged = changes.filter((change) => change.flagged);
  const others = changes.filter((change) => !change.flagged);
  const nothing = nothingChanged(before?.analysis, after?.analysis, changes);
  return [
    '',
    `### ${codeSpan((after ?? before)?.path ?? '')}`,
    ...(nothing === undefined ? [] : ['', String(nothing)]),
    ...listOf('Look at', flagged),
    ...listOf(flagged.length > 0 ? 'Other changes' : 'Changes', others),
  ];
}

function listOf(title: string, changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const left = changes.length - MAX_LISTED;
  return [
    '',
    `${title} (${changes.length}):`,
    '',
    ...changes.slice(0, MAX_LISTED).map(itemOf),
    ...(left > 0 ? [`- and ${left} more`] : []),
  ];
}

function itemOf({ side, line, message, why }: Change): string {
  const place = `${side === 'before' ? 'old line' : 'line'} ${line + 1}`;
  return `- ${message.markdown}${why ? ` ${why.markdown}` : ''} (${place})`;
}

function counted(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}
