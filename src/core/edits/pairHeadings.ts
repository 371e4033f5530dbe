/** Finds the headings of a document in a changed version of it. */

import type { Document } from '../document/document';
import { headingAnchors } from '../document/links/anchors';
import { githubSlug } from '../document/links/slugs';
import { withoutMark } from '../markdown/marks';

/** A heading of one version. */
interface Place {
  readonly line: number;
  /** Its name as an anchor, without a requirement mark. */
  readonly key: string;
  /** Undefined for a heading in a quote, a list or HTML. */
  readonly level: number | undefined;
  /** The lines from it to the next heading, without the anchors of links, which follow a renamed heading. */
  readonly body: string;
}

const ANCHOR = /#[^\s()<>"'\]]+/g;

/**
 * The new line of each heading that is certainly the same: it has the same name as before, but for a requirement mark, and
 * as many headings have that name as before; or it alone has another name, between two headings that are the same and
 * above the same text. Several headings with one name keep their order only if no heading moves.
 */
export function pairHeadings(before: Document, after: Document): Map<number, number> {
  const [old, now] = [placesIn(before), placesIn(after)];
  const pairs = pairNames(old, now);
  pairRenamed(old, now, pairs);
  return new Map(
    [...pairs].flatMap(([from, to]) => {
      const [start, end] = [old[from], now[to]];
      return start && end ? [[start.line, end.line] as const] : [];
    }),
  );
}

function placesIn(document: Document): Place[] {
  const own = new Map(document.sections.map(({ heading }) => [heading.line, heading]));
  if (document.title) own.set(document.title.line, document.title);
  const found = headingAnchors(document);
  return found.map(({ slugs, line }, at) => {
    const heading = own.get(line);
    const end = found[at + 1]?.line ?? document.lineCount;
    const body = document.lines.slice(line + 1, end).map(({ text }) => text.replace(ANCHOR, '#'));
    return {
      line,
      key: heading ? githubSlug(withoutMark(heading.text)) : slugs.github,
      level: heading?.level,
      body: body.join('\n'),
    };
  });
}

/** Pairs headings by their names. The result maps positions in one list to those in the other. */
function pairNames(old: readonly Place[], now: readonly Place[]): Map<number, number> {
  const [there, here] = [byKey(old), byKey(now)];
  const groups = [...there].flatMap(([key, froms]) => {
    const tos = here.get(key);
    return key !== '' && tos?.length === froms.length ? [{ froms, tos }] : [];
  });
  const single = groups.filter(({ froms }) => froms.length === 1);
  const moved = !isRising(single.map(({ tos: [to = 0] }) => to));
  return new Map(
    (moved ? single : groups).flatMap(({ froms, tos }) =>
      froms.map((from, at): [number, number] => [from, tos[at] ?? 0]),
    ),
  );
}

function byKey(places: readonly Place[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, { key }] of places.entries()) {
    const known = found.get(key);
    if (known) known.push(at);
    else found.set(key, [at]);
  }
  return found;
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}

/** Adds the headings that have another name, each of which is alone between two paired ones. */
function pairRenamed(old: readonly Place[], now: readonly Place[], pairs: Map<number, number>): void {
  const taken = new Set(pairs.values());
  const isPair = (from: number, to: number): boolean =>
    from === -1 ? to === -1 : from === old.length ? to === now.length : pairs.get(from) === to;
  const renamed = old.flatMap((start, from): [number, number][] => {
    if (pairs.has(from)) return [];
    const to = from === 0 ? 0 : (pairs.get(from - 1) ?? Number.NaN) + 1;
    const end = now[to];
    const isSame =
      end !== undefined &&
      !taken.has(to) &&
      isPair(from + 1, to + 1) &&
      start.level !== undefined &&
      start.level === end.level &&
      start.body === end.body;
    return isSame ? [[from, to]] : [];
  });
  for (const [from, to] of renamed) pairs.set(from, to);
}
