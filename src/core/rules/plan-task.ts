import type { Document } from '../document/document';
import { subtree } from '../document/document';
import { isReference } from '../document/links';
import type { Fix, Problem } from '../edits/problem';
import type { Block } from '../markdown/markdown';
import { openingOf, walkBlocks } from '../markdown/markdown';
import { planSections } from '../plan/plan';
import { onLevel } from '../template/levels';
import { range } from '../text/text';
import { opensWithLetter } from '../text/unicode';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

/** A list marker without a space before a box, which Markdown parses as a paragraph. */
const GLUED = /^([ \t]*(?:[-*+]|\d{1,9}[.)]))(\[[ \txX]?\])[ \t]*(?=\S)/;
/** A box that is empty, padded, or not followed by a space. */
const BROKEN_BOX = /^\[(?:[ \t]*|[ \t]+[xX][ \t]*|[xX][ \t]+)\](?=[ \t]|$)|^\[[ \txX]\](?=[^\s([:])/;
/** A word in place of a box, but not a link. */
const WORD_BOX = /^\[([^\][\n]{1,24})\](?=[ \t]+\S)/;

export const planTask: Rule = {
  id: 'plan-task',
  summary: 'A line looks like a task but is not one.',
  help: `A line that GitHub does not render as a checkbox is not counted anywhere, and its work is silently lost. The
rule reports a missing space (\`-[ ]\`, \`- [x]done\`), an empty box (\`- []\`), and a word in the box
(\`- [in-flight]\`). The fix makes the line a task. Marks that are not part of GFM, such as \`[~]\` and \`[-]\`,
are a hint without a fix, because replacing them would lose their meaning.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  together: 'Write all # lines as tasks',
  *check({ document, outline }) {
    for (const section of planSections(document, outline).filter(onLevel(outline))) {
      const blocks = subtree(section).flatMap((part) => part.blocks);
      const hasTasks = [...walkBlocks(blocks)].some((block) => block.box?.task);
      for (const block of walkBlocks(blocks)) {
        if (block.kind === 'paragraph') yield* gluedTasks(document, block);
        if (block.kind === 'item') yield* brokenBox(document, block, hasTasks);
      }
    }
  },
};

function* gluedTasks(document: Document, paragraph: Block): Generator<Problem> {
  for (let line = paragraph.start; line < paragraph.end; line++) {
    const match = GLUED.exec(document.lineAt(line)?.text ?? '');
    if (!match) continue;
    const [whole, marker = '', box = ''] = match;
    const mark = /[xX]/.test(box) ? 'x' : ' ';
    const start = marker.length - marker.trimStart().length;
    yield {
      range: range(line, start, line, whole.trimEnd().length),
      message: `This is not a task: expected "${marker.trim()} [${mark}] ", found "${whole.trim()}".`,
      fixes: [
        {
          title: 'Write it as a task',
          applicability: 'safe',
          edits: [{ range: range(line, marker.length, line, whole.length), newText: ` [${mark}] ` }],
        },
      ],
    };
  }
}

function* brokenBox(document: Document, item: Block, hasTasks: boolean): Generator<Problem> {
  const first = openingOf(item.children);
  if (first?.kind !== 'paragraph' || item.box?.task) return;
  const content = first.content.split('\n', 1)[0] ?? '';
  // A box without text is probably still being typed.
  if (/^\[[ \txX]?\]$/.test(content)) return;
  const line = first.start;
  const column = (document.lineAt(line)?.text.trimEnd().length ?? 0) - content.trimEnd().length;
  const broken = BROKEN_BOX.exec(content)?.[0];
  const word = broken === undefined && hasTasks ? wordBox(document, content) : null;
  const found = broken ?? word?.[0];
  if (found === undefined) return;
  const boxRange = range(line, column, line, column + found.length);
  if (word && !opensWithLetter(word[1] ?? '')) {
    yield {
      range: boxRange,
      severity: 'hint',
      message: `The mark "${found}" is not a task on GitHub: expected "[ ]" or "[x]". It counts neither as open nor as done.`,
    };
    return;
  }
  const mark = /[xX]/.test(broken ?? '') ? 'x' : ' ';
  yield {
    range: boxRange,
    message: `This is not a task: expected "[ ] " or "[x] " after the bullet, found "${found}".`,
    fixes: [
      boxFix(boxRange, content.charAt(found.length), broken === undefined ? found : `[${mark}]`, !broken),
    ],
  };
}

/** Matches a word in place of a box, but no footnote, link reference or tag of up to three capitals. */
function wordBox(document: Document, content: string): RegExpExecArray | null {
  const match = WORD_BOX.exec(content);
  const word = match?.[1] ?? '';
  const isTag = word.startsWith('^') || /^[A-Z][A-Z0-9]{0,2}$/.test(word);
  return isTag || isReference(document, word) ? null : match;
}

/** The fix of a box. Adding a box in front of a word is a choice, because the word may mean more than "open". */
function boxFix(boxRange: Problem['range'], next: string, found: string, isWord: boolean): Fix {
  const text = isWord ? `[ ] ${found}` : found;
  return {
    title: isWord ? 'Write a box in front of it' : 'Write it as a task',
    applicability: isWord ? 'choice' : 'safe',
    edits: [{ range: boxRange, newText: /^[ \t]?$/.test(next) ? text : `${text} ` }],
  };
}
