/** Opening tags in raw HTML, with their attributes. */

/**
 * An attribute with its raw value, in which entities are not decoded. The value starts at offset `start` of the HTML.
 */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
}

/** An opening tag. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  /** The offsets of the tag in the HTML, from `<` to after `>`. */
  readonly start: number;
  readonly end: number;
}

/** The start of a comment or of an opening tag. */
const OPENING = /<!--|<([A-Za-z][\w.:-]*)(?=[\s/>])/g;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const CLOSING = /\s*\/?>/y;
/** Elements with raw text as content: nothing in them is a tag. */
const RAW = /^(?:script|style|textarea|title)$/;

/** The opening tags in a piece of HTML, without those in comments and in elements with raw text. */
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

/** The offset after the next `closing` from an offset on; the end of the HTML if there is none. */
function endOf(html: string, closing: string, from: number): number {
  const at = html.indexOf(closing, from);
  return at < 0 ? html.length : at + closing.length;
}

/** The text of HTML without tags and comments. White space and entities stay as they are. */
export function htmlText(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z][^<>]*>/g, '');
}
