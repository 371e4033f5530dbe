/** What bundles leave out of markdown-it, or load late. */

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

/** The folder that markdown-it's own dependencies are found from. */
export function markdownItFolder() {
  return path.dirname(createRequire(import.meta.url).resolve('markdown-it'));
}
