/** A language for tests: English in other letters, so that a text which cannot be translated stands out. */

import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../harness/root';

/** The name of the language: the one that Windows has for this purpose. */
export const PSEUDO = 'qps-ploc';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OTHER = 'áƀćďéƒǵĥíĵķĺḿńóṕʠŕśťúṽŵẋýźÁɃĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŹ';

/** What every language keeps: places, code, icons, the targets of links, and the product's name. */
const KEPT = /(\{\d+\}|`[^`]*`|\$\([\w~-]+\)|\]\([^)]*\)|Design Docs)/;

/** A text in the language. */
export function pseudo(text: string): string {
  const parts = text.split(KEPT).map((part, at) => (at % 2 === 1 ? part : inOtherLetters(part)));
  return `⟦${parts.join('')}⟧`;
}

/** The schema of the configuration, as the manifest names it, and its translation. */
const SCHEMA = './media/design-docs.schema.json';
const SCHEMA_IN_PSEUDO = `./media/design-docs.schema.${PSEUDO}.json`;

function inOtherLetters(text: string): string {
  return [...text].map((letter) => OTHER[PLAIN.indexOf(letter)] ?? letter).join('');
}

/** Gives an installed extension its texts in the language. */
export function addPseudo(extension: string): void {
  for (const [english, file] of [
    ['l10n/bundle.l10n.json', `l10n/bundle.l10n.${PSEUDO}.json`],
    ['package.nls.json', `package.nls.${PSEUDO}.json`],
  ] as const) {
    const texts: Record<string, string> = JSON.parse(readFileSync(path.join(ROOT, english), 'utf8'));
    const translated = Object.entries(texts).map(([key, text]) => [
      key,
      text === SCHEMA ? SCHEMA_IN_PSEUDO : pseudo(text),
    ]);
    writeFileSync(path.join(extension, file), JSON.stringify(Object.fromEntries(translated)));
  }
  const schema = readFileSync(path.join(ROOT, SCHEMA), 'utf8');
  const inPseudo = JSON.parse(schema, (key, value: unknown) =>
    key === 'description' && typeof value === 'string' ? pseudo(value) : value,
  );
  writeFileSync(path.join(extension, SCHEMA_IN_PSEUDO), JSON.stringify(inPseudo));
}

/** The words of a shown text that are in plain letters, but for those of some texts that are the same in each language. */
export function plainWords(shown: string, same: readonly string[]): string[] {
  const rest = [...same]
    .sort((a, b) => b.length - a.length)
    .reduce((text, one) => text.replaceAll(one, ' '), shown.replaceAll('\u00a0', ' '));
  return (rest.match(/\p{L}+/gu) ?? []).filter((word) => /^[A-Za-z]{2,}$/.test(word));
}
