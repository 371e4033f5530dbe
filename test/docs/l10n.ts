/** The texts that can be translated: they are read from the code, and `npm run docs` writes l10n/bundle.l10n.json. */

import type { CallExpression, TaggedTemplateExpression, TemplateLiteral } from 'oxc-parser';
import { parseSync, Visitor } from 'oxc-parser';
import { rules } from '../../src/core/rules/index';
import { purposeOf } from '../../src/core/template/purpose';
import { readTemplate } from '../../src/core/template/template';
import snippets from '../../src/core/vocabulary/snippets.json';
import { readRepo } from '../fixture';
import { filesBelow, sources } from '../sources';

export const BUNDLE = 'l10n/bundle.l10n.json';

/** The only file that localizes what is no literal of its own: the texts of the core. */
const LOCALIZED = 'src/vscode/localization/localized.ts';

/** A text in the code, with its places as `{0}`. */
export interface CodeText {
  /** The file and the start of the code, for messages. */
  readonly place: string;
  /** Undefined if the text is no literal, which cannot be translated. */
  readonly form: string | undefined;
  /** The number of values that the code puts into it; undefined if the code spreads a list. */
  readonly values: number | undefined;
}

/** The texts of a file: calls of `vscode.l10n.t`, and messages made by `say`. */
export function textsIn(file: string, source = readRepo(file)): CodeText[] {
  const texts: CodeText[] = [];
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const placeOf = ({ start, end }: { start: number; end: number }): string =>
    `${file}: ${source.slice(start, Math.min(end, start + 100))}`;
  new Visitor({
    CallExpression: (call) => {
      if (isTranslation(call)) texts.push({ place: placeOf(call), ...translated(call) });
    },
    TaggedTemplateExpression: (tagged) => {
      if (isSaid(tagged)) texts.push({ place: placeOf(tagged), ...said(tagged) });
    },
  }).visit(program);
  return texts;
}

function isTranslation({ callee }: CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.name !== 't') return false;
  const { object } = callee;
  return object.type === 'MemberExpression' && !object.computed && object.property.name === 'l10n';
}

function translated({ arguments: [first, ...rest] }: CallExpression): Omit<CodeText, 'place'> {
  const form = first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
  return { form, values: rest.some(({ type }) => type === 'SpreadElement') ? undefined : rest.length };
}

/** The template tags that make messages. */
const TAGS: ReadonlySet<string> = new Set(['say', 'sentence']);

function isSaid({ tag }: TaggedTemplateExpression): boolean {
  return tag.type === 'Identifier' && TAGS.has(tag.name);
}

function said({ quasi: { quasis, expressions } }: TaggedTemplateExpression): Omit<CodeText, 'place'> {
  const form = quasis
    .map(({ value }, at) => `${at === 0 ? '' : `{${at - 1}}`}${value.cooked ?? value.raw}`)
    .join('');
  return { form, values: expressions.length };
}

/** What is only values and signs is the same in each language. */
const HAS_WORDS = /\p{L}/u;

/** All texts of the code. */
export function codeTexts(): CodeText[] {
  const all = sources.filter((file) => file !== LOCALIZED).flatMap((file) => textsIn(file));
  return all.filter(({ form }) => form === undefined || HAS_WORDS.test(form.replace(/\{\d+\}/g, '')));
}

/** The text of the bundle that translations start from: each text with itself, in order. Snippets and templates are data. */
export function bundle(): string {
  const described = Object.values(snippets).map(({ description }) => description);
  const purposes = filesBelow('media/templates', '.md').map((file) =>
    purposeOf(readTemplate(readRepo(file), file)),
  );
  const forms = new Set([...codeTexts().flatMap(({ form }) => form ?? []), ...described, ...purposes]);
  return `${JSON.stringify(Object.fromEntries([...forms].sort().map((form) => [form, form])), null, 2)}\n`;
}

/** The languages that the extension is translated into. */
export function languages(): string[] {
  return filesBelow('l10n', '.json').flatMap((file) => /bundle\.l10n\.([\w-]+)\.json$/.exec(file)?.[1] ?? []);
}

/** The texts of the bundle in a language, by their English. */
export function translations(language: string): Readonly<Record<string, string>> {
  return JSON.parse(readRepo(`l10n/bundle.l10n.${language}.json`));
}

/** The places of a text, such as `{0}`, each as often as it occurs, sorted. */
export function placesOf(text: string): string[] {
  return [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort();
}

/** Sentences of the extension and the core that cannot be translated, and are not English for everyone. */
export function plainSentences(): string[] {
  const shown = sources.filter((file) => SHOWN.test(file) && file !== LOCALIZED);
  const pages = new Set(rules.map(({ help }) => help));
  return shown
    .flatMap((file) => sentencesIn(file).map((text) => ({ file, text })))
    .filter(({ text }) => !ENGLISH.test(text) && !pages.has(text))
    .map(({ file, text }) => `${file}: ${text}`);
}

/**
 * The files whose texts a person reads in the editor. The texts of the manifest are in package.nls.json, agents read those
 * of three folders of the core, and a comment for a pull request is English.
 */
const SHOWN = /^src\/(?:vscode\/(?!manifest\/)|core\/(?!tools\/|handOff\/|agents\/|changes\/markdown\.ts))/;

/** The product's name, what only an agent or a log gets, and what is written into a document. */
const ENGLISH =
  /^Design Docs(?: \(\{0\}\))?$|^Call new_doc again |^There are several folders |^The manifest declares |^(?:Superseded by$|Full text: |None: it |Start with )/;

/** Two words, the first with a capital letter; no markup. */
const SENTENCE = /^[^\p{L}<]*\p{Lu}\p{L}*[,:]? \p{L}{2,}/u;

/** The literals of a file that read like a sentence and are not the form of a translated text. */
export function sentencesIn(file: string, source = readRepo(file)): string[] {
  const forms = new Set(textsIn(file, source).map(({ form }) => form));
  const found: string[] = [];
  const look = (text: string): void => {
    if (SENTENCE.test(text) && !forms.has(text)) found.push(text);
  };
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') look(value);
    },
    TemplateLiteral: ({ quasis }: TemplateLiteral) =>
      look(
        quasis
          .map(({ value }, at) => `${at === 0 ? '' : `{${at - 1}}`}${value.cooked ?? value.raw}`)
          .join(''),
      ),
  }).visit(parseSync(file, source).program);
  return found;
}
