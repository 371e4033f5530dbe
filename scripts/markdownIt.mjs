/**
 * What bundles have of markdown-it. It is published as one file that makes all of itself when it is loaded; documents
 * are checked by its blocks alone, which are a third of it.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Puts a module in front of, or in place of, one that a dependency imports. */
export function standIn(name, contents) {
  return {
    name: `stand-in for ${name}`,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, ({ path: wanted, resolveDir }) => ({
        path: wanted,
        namespace: `stand-in-${name}`,
        pluginData: resolveDir,
      }));
      onLoad({ filter: /.*/, namespace: `stand-in-${name}` }, ({ pluginData: resolveDir }) => ({
        contents: contents(),
        resolveDir,
      }));
    },
  };
}

/**
 * markdown-it makes a finder of addresses at its start and asks it only where `linkify` is on, which it never is here:
 * what looks like an address is no link in CommonMark. Whoever turns it on meets a method that is missing.
 */
export const withoutLinkify = standIn('linkify-it', () => 'export class LinkifyIt {}');

/**
 * The table of 2,231 named characters is unpacked when a text has the first `&name;` to look up, not at the start.
 * `from` is the file that has it, where it does not lie in the bundle.
 */
export const lateEntities = (from = 'entities/decode') =>
  standIn(
    'entities',
    () => `export const decodeHTMLStrict = (text) => require('${from}').decodeHTMLStrict(text);`,
  );

/** The regions of markdown-it's file that make no blocks; each is a file of its sources. */
const NO_BLOCKS =
  /^\/\/#region src\/(?:token|renderer|rules_core\/.*|parser_core|rules_inline\/.*|parser_inline|markdownit|index)\.ts$/m;
const CUT = 30;

/** What its blocks never call: links are escaped, and letters told from signs, where something is rendered. */
const UNUSED = ['mdurl', 'uc\\.micro', 'punycode\\.js'];

/** What blocks ask of the rest, as it is written there. */
const ASKED = [
  /^var BAD_PROTO_RE = .*;$/m,
  /^var GOOD_DATA_RE = .*;$/m,
  /^\tvalidateLink\(url\) \{\n[\s\S]*?^\t\}$/m,
  /(?<=\bdefault: \{\s+options: \{[^}]*)maxNesting: \d+/,
];

/** Leaves of markdown-it what reads blocks. Whoever asks it for more meets a method that is missing. */
export const blocksOnly = {
  name: 'markdown-it blocks only',
  setup(build) {
    for (const name of UNUSED) standIn(name, () => 'module.exports = {};').setup(build);
    build.onLoad({ filter: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const regions = text.split(/^(?=\/\/#region )/m);
      const kept = regions.filter((region) => !NO_BLOCKS.test(region));
      const asked = ASKED.map((pattern) => pattern.exec(text)?.[0]);
      if (regions.length - kept.length !== CUT || asked.includes(undefined))
        return { errors: [{ text: `${file} is no longer made of what it was: read blocksOnly anew.` }] };
      return { contents: `${kept.join('')}\n${withBlocks(asked)}` };
    });
  },
};

function withBlocks([badScheme, goodData, validateLink, maxNesting]) {
  return `
${badScheme}
${goodData}
class Token {}
export default class MarkdownIt {
static StateBlock = StateBlock;
block = new ParserBlock();
helpers = { parseLinkLabel, parseLinkDestination, parseLinkTitle };
constructor(options) {
	this.options = { ${maxNesting}, ...options };
}
${validateLink}
}
`;
}

/** The folder that markdown-it's own dependencies are found from. */
export function markdownItFolder() {
  return path.dirname(createRequire(import.meta.url).resolve('markdown-it'));
}
