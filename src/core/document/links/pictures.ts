/** Pictures: images, code in a diagram language, and ASCII art. */

import type { Block } from '../../markdown/markdown';
import { memoize } from '../../query/memoize';
import type { Document } from '../document';
import { PARSE } from '../document';
import type { Part } from '../parts';

const LANGUAGES = new Set(['mermaid', 'plantuml', 'dot', 'graphviz', 'd2', 'ditaa', 'svgbob']);
const IMAGE = /!\[[^[\]]*\]\(|!\[[^[\]]*\]\[|<(?:img|svg|object)\b/i;
const DRAWN = /[─│┌┐└┘├┤▶◀▲▼→]|[-=]{2,}>|\+-{2,}\+/;

/** True if the document contains a picture. */
export function hasPicture(document: Document): boolean {
  return document[PARSE].parts.some(showsPicture);
}

const showsPicture = memoize(({ allBlocks }: Part) => allBlocks.some(isPicture));

function isPicture(block: Block): boolean {
  if (block.kind === 'code') return LANGUAGES.has(block.language.toLowerCase()) || DRAWN.test(block.content);
  return (block.kind === 'paragraph' || block.kind === 'html') && IMAGE.test(block.content);
}
