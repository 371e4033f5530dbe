/** The changes of sections: those that came, went, or got another name, and those that lost their text. */

import { subtree } from '../document/document';
import { plainText } from '../document/plainText';
import { PART } from '../document/sections';
import { withoutMark } from '../markdown/marks';
import { isWritten } from '../outline/outline';
import { textOf } from '../review/sectionText';
import { isRequired } from '../review/unwritten';
import { hasOwnText } from '../template/written';
import type { Change } from './change';
import { changeAt, lossAt } from './change';
import type { Pairs } from './pairs';
import { isReordered } from './pairs';
import type { Part } from './sectionPairs';
import type { Sentence } from './sentence';
import { counted, sentence } from './sentence';

/** The changes of the sections of a document. */
export function sectionChanges(
  before: readonly Part[],
  after: readonly Part[],
  pairs: Pairs<Part>,
): Change[] {
  return [
    ...outermost(after.filter((part) => !pairs.before.has(part))).map(addition),
    ...outermost(before.filter((part) => !pairs.after.has(part))).map(loss),
    ...renames(pairs),
    ...contentChanges(pairs),
    ...moves(before, after, pairs),
  ];
}

/** The name of a section as it is shown. */
export function shownName({ section }: Part): string {
  return plainText(withoutMark(section.heading.text));
}

/** The parts that are in none of the others, each with those in it. */
function outermost(parts: readonly Part[]): { readonly part: Part; readonly inner: readonly Part[] }[] {
  const all = new Map(parts.map((part) => [part.section, part]));
  return parts
    .filter(({ section }) => !section.parent || !all.has(section.parent))
    .map((part) => ({
      part,
      inner: subtree(part.section)
        .slice(1)
        .flatMap((section) => all.get(section) ?? []),
    }));
}

interface Outermost {
  readonly part: Part;
  readonly inner: readonly Part[];
}

function addition({ part, inner }: Outermost): Change {
  const message =
    inner.length === 0
      ? sentence`Section ${shownName(part)} is new.`
      : sentence`Section ${shownName(part)} is new with ${counted(inner.length, 'sub-section')}.`;
  return changeAt('section-added', part.section.heading.line, message);
}

function loss({ part, inner }: Outermost): Change {
  const message =
    inner.length === 0
      ? sentence`Section ${shownName(part)} is gone.`
      : sentence`Section ${shownName(part)} is gone with ${counted(inner.length, 'sub-section')}.`;
  return lossAt('section-lost', part.section.heading.line, message, whyLost([part, ...inner]));
}

function whyLost(parts: readonly Part[]): Sentence | undefined {
  const demanded = parts.find(({ spec }) => spec && !spec.repeatable && isRequired(spec));
  if (demanded?.spec) return sentence`The template requires ${demanded.spec.title}.`;
  return parts.some(hasText) ? sentence`It had text.` : undefined;
}

/** True if the section or one of its sub-sections has text that is not the template's. */
export function hasText({ section, analysis: { document, bound } }: Part): boolean {
  if (!bound) return textOf(section, (line) => document.lineAt(line)?.text ?? '').trim() !== '';
  const { guidance } = bound.template;
  return subtree(section).some((one) =>
    one.children.length === 0 ? isWritten(one, bound.outline) : hasOwnText(one[PART], guidance),
  );
}

function renames(pairs: Pairs<Part>): Change[] {
  return [...pairs.after].flatMap(([old, now]): Change[] => {
    const [was, is] = [shownName(old), shownName(now)];
    if (was === is) return [];
    const { line } = now.section.heading;
    return [changeAt('section-renamed', line, sentence`Section ${was} is called ${is} now.`)];
  });
}

/** Sections that lost all their text, and those that have text now. */
function contentChanges(pairs: Pairs<Part>): Change[] {
  const emptied = pairsWhere(pairs, (old, now) => hasText(old) && !hasText(now));
  // What a plan gains are its steps.
  const written = pairsWhere(pairs, (old, now) => !now.spec?.plan && !hasText(old) && hasText(now));
  return [
    ...outermost(emptied).map(({ part }) => {
      const message = sentence`Section ${shownName(part)} lost its text.`;
      const why = sentence`Its heading is all that is left.`;
      return changeAt('section-emptied', part.section.heading.line, message, why);
    }),
    ...outermost(written).map(({ part }) =>
      changeAt(
        'section-written',
        part.section.heading.line,
        sentence`Section ${shownName(part)} has text now.`,
      ),
    ),
  ];
}

function pairsWhere(pairs: Pairs<Part>, isWanted: (old: Part, now: Part) => boolean): Part[] {
  return [...pairs.after].filter(([old, now]) => isWanted(old, now)).map(([, now]) => now);
}

/** Sections in another section or on another level, and sections in another order. */
function moves(before: readonly Part[], after: readonly Part[], pairs: Pairs<Part>): Change[] {
  const [aroundOld, aroundNow] = [before, after].map(partsAround);
  const moved = [...pairs.after].flatMap(([old, now]): Change[] => {
    const [was, is] = [aroundOld?.(old), aroundNow?.(now)];
    // A section that is gone is none of the new ones, nor the top of the document.
    if ((was && (pairs.after.get(was) ?? 'gone')) === is) return [];
    const name = shownName(now);
    const message = is
      ? sentence`Section ${name} is part of ${shownName(is)} now.`
      : sentence`Section ${name} is part of no other section now.`;
    const { line } = now.section.heading;
    return [changeAt('sections-moved', line, message)];
  });
  const [first] = after;
  if (!first || moved.length > 0 || !isReordered(before, after, pairs)) return moved;
  return [
    changeAt('sections-moved', first.section.heading.line, sentence`The order of the sections changed.`),
  ];
}

/** A function that returns the innermost part around another one. */
function partsAround(parts: readonly Part[]): (part: Part) => Part | undefined {
  const partOf = new Map(parts.map((part) => [part.section, part]));
  return ({ section }) => {
    for (let one = section.parent; one; one = one.parent) {
      const found = partOf.get(one);
      if (found) return found;
    }
    return undefined;
  };
}
