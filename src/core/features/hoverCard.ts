import type { Text } from '../text/message';
import type { Range } from '../text/text';

/** What an editor shows about the text under the pointer. All texts are plain, and untrusted. */
export interface HoverCard {
  /** The range of the text that the hover is about. */
  readonly range: Range;
  readonly title: string;
  /** Sentences; the first stands beside the title, each other one in a paragraph. At least one. */
  readonly lines: readonly Text[];
  /** A text that is shown as it is: the template's guidance, or a command. */
  readonly block?: { readonly language: 'markdown' | 'sh'; readonly text: string };
}
