/** What a summary would break. */

import type { Analysis } from '../analysis/analyze';
import type { Document } from '../document/document';
import { readLinks } from '../document/links/links';
import { say } from '../text/message';
import { anchorFinder, linksByLine } from './anchorLines';
import { footnoteLines, labelKey } from './definitions';
import type { InboundLink } from './inboundLinks';
import type { Obstacle } from './obstacles';

/**
 * Why a summary must not replace a document: it would not be finished, links of other documents or its own would lead
 * nowhere, or it would have new warnings. `kept` are the lines of `before` that the summary has.
 */
export function faults(
  before: Analysis,
  after: Analysis,
  kept: readonly boolean[],
  inbound: readonly InboundLink[],
): Obstacle[] {
  if (after.bound?.stage !== 'finished') {
    return [{ message: say`The summary would not count as finished: its status does not say so.` }];
  }
  return [
    ...brokenInbound(before.document, after.document, inbound),
    ...brokenOwn(before, after, kept),
    ...lostFootnotes(before.document, after.document),
    ...newWarnings(before, after),
  ];
}

const FOOTNOTE_USE = /\[\^([^\]\s]{1,100})\]/g;

/** The footnotes that the summary uses, and whose definition it has lost or replaced by another one of the same label. */
function lostFootnotes(before: Document, after: Document): Obstacle[] {
  const [old, now] = [footnoteLines(before), footnoteLines(after)];
  if (old.size === 0) return [];
  const used = new Set(
    after.lines.flatMap(({ text }) =>
      [...text.matchAll(FOOTNOTE_USE)].map(({ 1: label = '' }) => labelKey(label)),
    ),
  );
  return [...used].flatMap((label): Obstacle[] => {
    const [was, is] = [old.get(label), now.get(label)];
    if (was === undefined) return [];
    if (is !== undefined && before.lineAt(was)?.text === after.lineAt(is)?.text) return [];
    const message = say`The footnote "[^${label}]" is used, and its definition is in a list or quote that would be lost. Move the definition out of it first.`;
    return [{ line: was, message }];
  });
}

function brokenInbound(before: Document, after: Document, inbound: readonly InboundLink[]): Obstacle[] {
  const [old, now] = [anchorFinder(before), anchorFinder(after)];
  return inbound.flatMap(({ from, line, anchor }): Obstacle[] => {
    const was = old(anchor);
    const is = now(anchor);
    if (was === undefined) return [];
    if (is !== undefined && before.lineAt(was)?.text === after.lineAt(is)?.text) return [];
    const message = say`The link to "#${anchor}" on line ${line + 1} of ${from} would lead nowhere. Change it first.`;
    return [{ line: was, message }];
  });
}

/** The links on kept lines that would be none, or lead nowhere. */
function brokenOwn(before: Analysis, after: Analysis, kept: readonly boolean[]): Obstacle[] {
  const isSelf = (path: string): boolean => before.environment.files?.isSelf(path) ?? false;
  const [old, now] = [anchorFinder(before.document), anchorFinder(after.document)];
  const left = new Map<string, number>();
  for (const { target } of readLinks(after.document)) left.set(target, (left.get(target) ?? 0) + 1);
  const lost = readLinks(before.document).flatMap(({ target, range, label }): Obstacle[] => {
    const { line } = range.start;
    if (label !== undefined || !kept[line]) return [];
    const count = left.get(target) ?? 0;
    left.set(target, count - 1);
    return count > 0 ? [] : [{ line, message: say`The link to "${target}" would be lost.` }];
  });
  const anchors = [...linksByLine(after.document, isSelf).values()].flat();
  const broken = anchors.filter((anchor) => old(anchor) !== undefined && now(anchor) === undefined);
  return [
    ...lost,
    ...broken.map((anchor) => ({ message: say`Its link to "#${anchor}" would lead nowhere.` })),
  ];
}

function newWarnings(before: Analysis, after: Analysis): Obstacle[] {
  const known = new Map<string, number>();
  for (const { rule, message } of before.findings) {
    const key = `${rule} ${message}`;
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return after.findings.flatMap(({ rule, message, severity }): Obstacle[] => {
    if (severity !== 'warning' && severity !== 'error') return [];
    const key = `${rule} ${message}`;
    const count = known.get(key) ?? 0;
    known.set(key, count - 1);
    return count > 0 ? [] : [{ message: say`The summary would have a new finding: ${message}` }];
  });
}
