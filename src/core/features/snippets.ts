/** Snippets: the parts of the document's template under short names, and parts that fit into any design doc. */

import { Message } from '../text/message';
import type { Position } from '../text/text';
import snippets from '../vocabulary/snippets.json';
import type { Completion } from './completionItem';
import { lineRange } from './completionItem';

/** What is in front of the name of every snippet. */
const PREFIX = 'dd-';
const TYPED = /^([ \t]*)(d{0,2}|dd-[\p{L}\p{N}-]*)$/u;
const STOP = /\$\{\d+:([^}]*)\}/;

/** The place of a snippet: the indentation of its line, and whether its name is being typed. */
export interface SnippetPlace {
  readonly position: Position;
  readonly indent: string;
  readonly isNamed: boolean;
}

/**
 * The place of a snippet at the end of the given text of a line; undefined if other text is there. Behind blanks only a
 * name counts, as editors ask at every blank that is typed.
 */
export function snippetPlace(before: string, position: Position): SnippetPlace | undefined {
  const [, indent, typed = ''] = TYPED.exec(before) ?? [];
  const isNamed = typed.startsWith(PREFIX);
  return indent === undefined || (indent !== '' && !isNamed) ? undefined : { position, indent, isNamed };
}

/** Another completion as a snippet: it is found by its name, such as `dd-open-questions`. */
export function asSnippet(completion: Completion, { indent }: SnippetPlace): Completion {
  const name = String(completion.label)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const label = PREFIX + name.replace(/^-|-$/g, '');
  return { ...completion, label, kind: 'snippet', filter: indent + label };
}

/** The snippets that come from no template: diagrams, a user story, an alternative, an open question. */
export function commonSnippets({ position, indent }: SnippetPlace): Completion[] {
  return Object.entries(snippets).map(([name, { description, body }], at) => {
    const lines = body.map((line) => indent + line).join('\n');
    return {
      label: PREFIX + name,
      detail: new Message([description], []),
      range: lineRange(position),
      ...withStops(lines),
      kind: 'snippet',
      filter: indent + PREFIX + name,
      rank: LAST + at,
    };
  });
}

/** Behind everything of the template. */
const LAST = 1000;

/** The text with its tab stops filled in, and where they are. */
function withStops(source: string): Pick<Completion, 'text' | 'stops'> {
  const stops: { start: number; end: number }[] = [];
  let text = source;
  for (let found = STOP.exec(text); found; found = STOP.exec(text)) {
    const [whole, value = ''] = found;
    stops.push({ start: found.index, end: found.index + value.length });
    text = text.slice(0, found.index) + value + text.slice(found.index + whole.length);
  }
  return { text, stops };
}
