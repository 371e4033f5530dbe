/** The tags in HTML as Markdown hands it on, with their attributes. */

/** An attribute; its value is `html.slice(start, end)`, entities and all. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
}

export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  /** Where it starts, and where it ends. */
  readonly start: number;
  readonly end: number;
}

/** What a tag, a comment, or an element whose content is no HTML starts with. */
const OPENING = /<!--|<([A-Za-z][\w.:-]*)(?=[\s/>])/g;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const CLOSING = /\s*\/?>/y;
/** Elements in which nothing is a tag. */
const RAW = /^(?:script|style|textarea|title)$/;

/** The opening tags in a stretch of HTML, those in comments and scripts left out. */
export function tagsIn(html: string): HtmlTag[] {
  const tags: HtmlTag[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(html); match; match = OPENING.exec(html)) {
    const name = match[1]?.toLowerCase();
    const next = OPENING.lastIndex;
    if (name === undefined) OPENING.lastIndex = endOf(html, '-->', next);
    else {
      const tag = readTag(html, name, match.index, next);
      if (tag) tags.push(tag);
      const end = tag?.end ?? next;
      OPENING.lastIndex = RAW.test(name) ? endOf(html, `</${name}`, end) : end;
    }
  }
  return tags;
}

function readTag(html: string, name: string, start: number, from: number): HtmlTag | undefined {
  const attributes: HtmlAttribute[] = [];
  ATTRIBUTE.lastIndex = from;
  let end = from;
  for (let match = ATTRIBUTE.exec(html); match; match = ATTRIBUTE.exec(html)) {
    end = ATTRIBUTE.lastIndex;
    const quoted = match[2] ?? match[3];
    const value = quoted ?? match[4];
    if (value === undefined) continue;
    const valueStart = end - value.length - (quoted === undefined ? 0 : 1);
    attributes.push({ name: (match[1] ?? '').toLowerCase(), value, start: valueStart });
  }
  CLOSING.lastIndex = end;
  return CLOSING.test(html) ? { name, attributes, start, end: CLOSING.lastIndex } : undefined;
}

/** Where the search goes on after what starts at an offset and ends with `closing`. */
function endOf(html: string, closing: string, from: number): number {
  const at = html.indexOf(closing, from);
  return at < 0 ? html.length : at + closing.length;
}

/** The text of HTML as it is shown, white space and entities as they are. */
export function htmlText(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z][^<>]*>/g, '');
}
