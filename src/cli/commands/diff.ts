/** `diff`: what changed in design docs since a commit, in design terms. */

import { nothingChanged } from '../../core/changes/documentChanges';
import { changesMarkdown } from '../../core/changes/markdown';
import { documentChangesJson } from '../../core/json/changes';
import type { ChangedDocument, Changes } from '../../node/check/changes';
import { findChanges } from '../../node/check/changes';
import { count, printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import type { Command, Session } from '../command';
import { paths as anyPaths, configOption, requestOf, templateOption } from './options';

export const diff: Command = {
  name: 'diff',
  summary:
    'Says what changed in design docs since a commit, in design terms: steps, sections, status, comments; "!" marks what to look at.',
  operands: anyPaths,
  options: [
    {
      name: 'since',
      value: 'REF',
      help: 'The branch or commit to compare with, where HEAD left it. Default: the default branch.',
    },
    {
      name: 'format',
      value: 'text|markdown|json',
      choices: ['text', 'markdown', 'json'],
      help: 'The output format; markdown is the text of a comment on a pull request. Default: text.',
    },
    { name: 'fail-on-flagged', help: 'End with 1 if there is something to look at.' },
    templateOption,
    configOption,
  ],
  async run(session): Promise<0 | 1> {
    const { given } = session;
    const found = await findChanges(requestOf(session), given.operands, optionOf(given, 'since') ?? '');
    const print = PRINTERS[optionOf(given, 'format') ?? 'text'] ?? printText;
    print(session, found);
    const isFlagged = found.documents.some(({ changes }) => changes.some(({ flagged }) => flagged));
    return isFlagged && given.options.has('fail-on-flagged') ? 1 : 0;
  },
};

type Printer = (session: Session, changes: Changes) => void;

const printText: Printer = ({ print, note }, { base, documents }) => {
  for (const document of documents) for (const line of textLines(document)) print(printable(line));
  const since = `since ${base.slice(0, 12)}`;
  const changes = documents.flatMap((document) => document.changes);
  const flagged = changes.filter((change) => change.flagged).length;
  if (documents.length === 0) note(`No design doc has changed ${since}.`);
  else {
    const all = `${count(changes.length, 'change')} in ${count(documents.length, 'document')} ${since}`;
    note(`${all}, ${flagged} to look at.`);
  }
};

function textLines(document: ChangedDocument): string[] {
  const { before, after, changes } = document;
  const nothing = nothingChanged(before?.analysis, after?.analysis, changes);
  if (nothing !== undefined) return [`${after?.path ?? ''} ${nothing}`];
  return changes.map(({ side, line, message, flagged, why }) => {
    const path = (side === 'before' ? before : after)?.path ?? '';
    const place = `${path}:${line + 1}${side === 'before' ? ' (before)' : ''}`;
    return `${place} ${flagged ? '! ' : ''}${message.text}${why ? ` ${why.text}` : ''}`;
  });
}

const printMarkdown: Printer = ({ print }, { base, documents }) => {
  for (const line of changesMarkdown(documents, base)) print(printable(line));
};

const printJson: Printer = ({ print }, { base, documents }) => {
  const list = documents.map(({ before, after, changes }) => documentChangesJson(before, after, changes));
  print(JSON.stringify({ version: 1, base, documents: list }, null, 2));
};

const PRINTERS: Readonly<Record<string, Printer>> = {
  text: printText,
  markdown: printMarkdown,
  json: printJson,
};
