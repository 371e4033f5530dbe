/**
 * An independent count of tasks: the HTML that markdown-it renders, searched for list items that open with a box, as
 * GFM has it, or with a sign in the box. It knows nothing of the engine but its own reading of the specification.
 */

import MarkdownIt from 'markdown-it';

/** A task as it is rendered. */
export interface RenderedTask {
  /** The line, from 0, on which the item's first block starts. */
  readonly line: number;
  /** As rendered: a blank or an x for a task of GFM. */
  readonly mark: string;
  /** No task lies in it. */
  readonly leaf: boolean;
  /** The headings that it stands under, outermost first, by their lines. */
  readonly headings: readonly number[];
}

const markdown = new MarkdownIt({ html: true });
// Escapes and entities must not look like the signs that they stand for, nor raw HTML like the HTML that is rendered.
markdown.core.ruler.disable('text_join');
markdown.renderer.rules.text_special = () => '<i></i>';
markdown.renderer.rules.html_inline = () => '<i></i>';
markdown.renderer.rules.html_block = () => '<div></div>\n';
// A list that is tight shows its paragraphs, too, so that the end of an item's first one can be seen.
markdown.renderer.rules.paragraph_open = () => '<p>';
markdown.renderer.rules.paragraph_close = () => '</p>\n';
markdown.renderer.rules.list_item_open = (tokens, at) => `<li line="${tokens[at + 1]?.map?.[0] ?? -1}">`;
markdown.renderer.rules.heading_open = (tokens, at) => {
  const { tag, map, level } = tokens[at] ?? {};
  return level === 0 ? `<${tag} line="${map?.[0]}">` : `<${tag}>`;
};

const PART =
  /<li line="(-?\d+)">(?:\s*<p>\[([ \txX]|&(?:gt|lt|amp|quot);|[^\p{L}\p{N}\][\n<&])\](?:[ \t\n]+|<br>\n)(?![ \t\n]|<\/p>))?|<\/li>|<h([1-6]) line="(\d+)">/gu;

/** The items of a Markdown text that open with a box, in order: GFM's tasks, and those with a sign for a mark. */
export function renderedTasks(text: string): RenderedTask[] {
  const tasks: { line: number; mark: string; leaf: boolean; headings: number[] }[] = [];
  const open: ((RenderedTask & { leaf: boolean }) | undefined)[] = [];
  let headings: { level: number; line: number }[] = [];
  for (const [part, line, mark, level, headingLine] of markdown
    .render(text, { references: references() })
    .matchAll(PART)) {
    if (level !== undefined) {
      headings = [
        ...headings.filter((one) => one.level < Number(level)),
        { level: Number(level), line: Number(headingLine) },
      ];
    } else if (part === '</li>') {
      open.pop();
    } else if (mark === undefined) {
      open.push(undefined);
    } else {
      const task = { line: Number(line), mark, leaf: true, headings: headings.map((one) => one.line) };
      for (const around of open) if (around) around.leaf = false;
      tasks.push(task);
      open.push(task);
    }
  }
  return tasks;
}

/** Whether `[x]` in front of an item is a box is decided before links are looked at, so it must never be one. */
function references(): Record<string, never> {
  return new Proxy({}, { get: (own, key) => (key === 'X' ? undefined : Reflect.get(own, key)) });
}
