import type { Document } from '../document/document';
import { findField } from '../document/fields';
import type { Leaf } from '../document/leaves';
import { leafRange, leavesOf } from '../document/leaves';
import type { Part } from '../document/parts';
import { NONE } from '../document/readings';
import { readingOfSigns, readSigned } from '../document/signs';
import { findTokens, isLeftover } from '../markdown/tokens';
import type { Template } from '../template/template';
import type { Range } from '../text/text';
import { moveRange } from '../text/text';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

/** These stand for text to come only if they are all that an item, paragraph or cell says. */
const TO_COME_WORD = /TBD|TODO|tbd/;
const TO_COME =
  /(^|[|])([ \t]*(?:[-*+]|\d+[.)])?[ \t]*(?:\[[ xX]\][ \t]+)?[*_]*)(TBD|TODO|tbd)([.…*_]*[ \t]*)(?=$|[|])/gm;

export const leftoverPlaceholder: Rule = {
  id: 'leftover-placeholder',
  summary: 'A placeholder of the template is still there.',
  help: `The template's own \`<…>\`, \`{…}\` and \`[…]\` tokens and masks such as \`YYYY-MM-DD\` mark text to be written; in
rendered Markdown \`<…>\` is even invisible. Code counts only where the template had the token in code. TBD and TODO
count where they are all that an item, paragraph or table cell says. There is one finding a line and no fix: only
the author knows what belongs there.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    const skipped = fieldLines(document, outline.template);
    for (const { range, texts } of readSigned(document.layout, placeholdersOf, outline.template, moveFound)) {
      if (skipped.has(range.start.line)) continue;
      yield {
        range,
        message: `Placeholder left over: expected your own text instead of ${texts.join(', ')}.`,
      };
    }
  },
};

/** Placeholders on one line, and the place of the first. */
interface Found {
  readonly range: Range;
  readonly texts: readonly string[];
}

/** The placeholders of a part, those on one line of a leaf together. */
const placeholdersOf = readingOfSigns((part: Part, template: Template): readonly Found[] => {
  const all: Found[] = [];
  for (const leaf of leavesOf(part, undefined)) {
    const found = new Map<number, { readonly range: Range; readonly texts: string[] }>();
    for (const { start, end } of placeholders(leaf, template)) {
      const range = leafRange(leaf, start, end);
      const entry = found.get(range.start.line) ?? { range, texts: [] };
      entry.texts.push(leaf.text.slice(start, end).replace(/\s+/g, ' '));
      found.set(range.start.line, entry);
    }
    all.push(...found.values());
  }
  return all.length === 0 ? NONE : all;
});

function moveFound({ range, texts }: Found, by: number): Found {
  return { range: moveRange(range, by), texts };
}

function placeholders(leaf: Leaf, template: Template): { start: number; end: number }[] {
  if (leaf.code && !mayHold(leaf, template.tokens.code)) return [];
  const tokens = findTokens(leaf.text, leaf.spans).filter((token) =>
    isLeftover(leaf.code ? { ...token, code: true } : token, template.tokens),
  );
  if ((leaf.kind === 'paragraph' || leaf.kind === 'table') && TO_COME_WORD.test(leaf.text)) {
    for (const match of leaf.text.matchAll(TO_COME)) {
      const start = match.index + (match[1]?.length ?? 0) + (match[2]?.length ?? 0);
      const alone = leaf.kind === 'table' || match[0].trim() === leaf.text.trim();
      if (alone)
        tokens.push({ text: match[3] ?? '', start, end: start + (match[3]?.length ?? 0), code: false });
    }
  }
  return tokens;
}

/** True if a leaf has at least the first word of a token; what is between its words may be any white space. */
function mayHold(leaf: Leaf, tokens: ReadonlySet<string>): boolean {
  return tokens.size > 0 && [...tokens].some((token) => leaf.text.includes(token.split(' ', 1)[0] ?? ''));
}

/** Lines of fields that the template knows: what is wrong there, header-field says. */
function fieldLines(document: Document, template: Template): Set<number> {
  const lines = new Set<number>();
  for (const spec of template.fields) {
    const field = findField(document.fields, [spec.name]);
    for (let line = field?.line ?? 0; line < (field?.endLine ?? 0); line++) lines.add(line);
  }
  return lines;
}
