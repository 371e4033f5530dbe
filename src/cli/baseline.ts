/** The baseline of a check: what it lists is not reported, and it only shrinks. */

import type { Baseline, BaselineEntry } from '../core/baseline/baseline';
import { entriesFor, staleCount } from '../core/baseline/baseline';
import { writeBaseline } from '../core/config/readBaseline';
import { findingJson } from '../core/json/documents';
import { UserError } from '../core/text/userError';
import type { CheckedFile } from '../node/check/checkFiles';
import { checkFiles } from '../node/check/checkFiles';
import { relativeToCwd } from '../node/files/fileErrors';
import { kindOf } from '../node/files/files';
import { readText } from '../node/files/readFile';
import { createText, replaceText } from '../node/files/writeFile';
import { count, printable } from '../node/program/messages';
import { baselineFile, openBaseline } from '../node/workspace/baseline';
import { openConfig } from '../node/workspace/config';
import type { Request } from '../node/workspace/request';
import { workspaceRoot } from '../node/workspace/workspace';
import type { Option } from './arguments';
import type { Session } from './command';
import { requestOf } from './commands/options';

export const baselineOption: Option = {
  name: 'baseline',
  value: 'FILE',
  help: 'The findings that are known: they are not reported. Default: "baseline" in the configuration.',
};

export const updateBaselineOption: Option = {
  name: 'update-baseline',
  help: 'Write the baseline with all findings if there is none; else remove what is gone from it. It never grows.',
};

/** Finds the entries of the baseline whose findings are gone. */
export interface StaleEntries {
  /** Called for each document in turn. */
  add(file: CheckedFile): void;
  /** Called after the last document. True if entries are stale; they are reported. */
  end(): boolean;
}

/** Compares the baseline of a session with what a check finds. Throws a `UserError` if it is missing or invalid. */
export function openStaleEntries({ given, note, ...session }: Session): StaleEntries {
  const request = requestOf({ given, note, ...session });
  const left = new Map(openBaseline(fileOf(request)));
  const isWhole = given.operands.length === 0 && request.changed === undefined;
  let isStale = false;
  const report = (path: string, gone: number): void => {
    if (gone === 0) return;
    isStale = true;
    const what = `${count(gone, 'finding')} that ${gone === 1 ? 'is' : 'are'} gone`;
    note(`${printable(path)}: the baseline lists ${what}.`);
  };
  return {
    add: ({ path, inside = path, summary }) => {
      const entries = left.get(inside) ?? [];
      left.delete(inside);
      // Most rules are silent about what the default branch has, so that nothing is known of its entries.
      if (summary.stage !== 'merged') report(path, staleCount(entries, summary.suppressed.length));
    },
    end: () => {
      if (isWhole) for (const [path, entries] of left) report(path, staleCount(entries, 0));
      if (isStale) note('Remove them with: design-docs check --update-baseline');
      return isStale;
    },
  };
}

/**
 * Writes a baseline with all findings, or removes from an old one what is gone. Throws a `UserError` if no file is named,
 * or if the arguments leave documents out.
 */
export async function updateBaseline(session: Session): Promise<void> {
  const request = requestOf(session);
  const file = fileOf(request);
  if (file === undefined) {
    const why = 'Name the file of the baseline: --baseline FILE, or "baseline" in .design-docs.json.';
    throw new UserError('no-baseline-named', why);
  }
  if (session.given.operands.length > 0 || request.changed !== undefined) {
    const why = 'A baseline is for all documents: --update-baseline takes no PATH, and not --changed.';
    throw new UserError('baseline-in-part', why);
  }
  const isNew = kindOf(file) !== 'file';
  const documents = new Map<string, readonly BaselineEntry[]>();
  let unlisted = 0;
  // A document that the default branch has is listed as a branch that changes it would hear it.
  const all = { ...request, unmerged: true, ...(isNew && { baseline: false as const }) };
  for await (const { path, inside = path, summary } of checkFiles(all, [])) {
    documents.set(inside, entriesFor((isNew ? summary.findings : summary.suppressed).map(findingJson)));
    unlisted += isNew ? 0 : summary.findings.length;
  }
  const text = writeBaseline(documents);
  if (isNew) createText(file, text);
  else replaceText(file, readText(file), text);
  const listed = count(sizeOf(documents), 'finding');
  session.note(`${isNew ? 'Wrote' : 'Updated'} ${printable(relativeToCwd(file))}: ${listed}.`);
  if (unlisted > 0) session.note(`A baseline never grows: ${count(unlisted, 'finding')} not listed.`);
}

function fileOf(request: Request): string | undefined {
  const root = workspaceRoot(request.cwd);
  return baselineFile(root, openConfig(root, request.cwd, request.config).config, request);
}

function sizeOf(baseline: Baseline): number {
  return [...baseline.values()].flat().reduce((sum, entry) => sum + entry.count, 0);
}
