/** Selects the template that a document follows. */

import type { Document } from '../document/document';
import { fieldKey } from '../document/fields/fields';
import { findTokens } from '../markdown/tokens';
import { memoize } from '../query/memoize';
import { nameKey, readName, sameName } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';
import type { HeadingKeys, Profile } from './profile';
import { headerValue, headingKeys, profileOf } from './profile';
import type { SectionSpec, Template } from './template';

/** The minimum number of shared headings that are no coincidence. */
const MIN_SHARED = 3;
/**
 * The minimum number of shared headings of a document with `MANY` outermost ones whose title has the template's label.
 */
const MIN_TITLED = 2;
const MANY = 6;
/** The minimum number of characters before the placeholder of a value that tell one template from another. */
const SHORTEST_PREFIX = 3;

/** The template of a document. */
export interface Selection {
  readonly template: Template;
  /** The document names its template; otherwise only its headings are similar. */
  readonly named: boolean;
}

/** The template that a document follows; undefined if there is none. See `selectFor`. */
export function selectTemplate(document: Document, templates: readonly Template[]): Selection | undefined {
  return selectFor(profileOf(document), templates);
}

/**
 * The template that a document names by a directive, its type or the prefix of its title; else the one that its headings
 * fit best; undefined if there is none. In a tie the earlier template wins. Where the team has templates of its own,
 * only a directive or a type selects a bundled one: a few common headings fit everybody's documents.
 */
export function selectFor(profile: Profile, templates: readonly Template[]): Selection | undefined {
  const own = templates.filter((template) => !template.bundled);
  const candidates = own.length > 0 ? own : templates;
  const named = byDirective(profile, templates) ?? byType(profile, templates) ?? byTitle(profile, candidates);
  if (named) return { template: named, named: true };
  const alike = byHeadings(profile, candidates);
  return alike && { template: alike, named: false };
}

function byDirective({ template: name }: Profile, templates: readonly Template[]): Template | undefined {
  return name === undefined ? undefined : templates.find((template) => template.name === name);
}

const TYPE_KEYS = vocabulary.fields.type.map(fieldKey);

function byType(profile: Profile, templates: readonly Template[]): Template | undefined {
  const type = TYPE_KEYS.map((key) => headerValue(profile, key)).find((value) => value !== undefined);
  if (type === undefined) return undefined;
  const wanted = readName(type);
  return templates.find((template) =>
    template.fields.some(
      (field) => field.role === 'type' && !field.masked && sameName(readName(field.value), wanted),
    ),
  );
}

/** The template whose title has the longest prefix that starts the document's title; the best fit among equals. */
function byTitle(profile: Profile, templates: readonly Template[]): Template | undefined {
  const title = profile.title.toLowerCase();
  let best: Template[] = [];
  for (const template of templates) {
    const prefix = titlePrefix(template).toLowerCase();
    const longest = best[0] ? titlePrefix(best[0]).length : 1;
    if (prefix.length < longest || !title.startsWith(prefix) || isForeign(profile, template)) continue;
    best = prefix.length > longest ? [template] : [...best, template];
  }
  return byHeadings(profile, best) ?? best[0];
}

/** True for a document with other headings than a template, which a common label in its title does not make its own. */
function isForeign(profile: Profile, template: Template): boolean {
  const { known } = namesOf(template);
  const shared = [...profile.top, ...profile.below].filter((keys) => keys.some((key) => known.has(key)));
  return profile.top.length >= MANY && shared.length < Math.min(MIN_TITLED, known.size);
}

/** The label before the first placeholder of a template's title ("Design: "); empty if there is none. */
export const titlePrefix = memoize((template: Template): string => {
  const [token] = findTokens(template.title);
  const prefix = token ? template.title.slice(0, token.start) : '';
  return /[:–—-]\s*$/.test(prefix) ? prefix : '';
});

function byHeadings(profile: Profile, templates: readonly Template[]): Template | undefined {
  const found = new Set([...profile.top, ...profile.below].flat());
  let best: { template: Template; fit: number } | undefined;
  for (const template of templates) {
    const fit = fitOf(profile, found, template);
    if (fit > (best?.fit ?? 0)) best = { template, fit };
  }
  return best?.template;
}

/** True if most of the few known outermost headings of a cut document are a template's. */
export function sharesHeading({ top }: Profile, template: Template): boolean {
  const { known } = namesOf(template);
  const familiar = top.filter((keys) => keys.some((key) => known.has(key))).length;
  return familiar > 0 && 2 * familiar >= top.length;
}

/** True if the headings of a profile fit a template. */
export function fits(profile: Profile, template: Template): boolean {
  return byHeadings(profile, [template]) !== undefined;
}

/**
 * How well the headings of a profile fit a template: 0 if most of the template's demanded headings are missing and most
 * of the outermost headings are foreign. A bundled template knows only the latter. `found` has all keys of the profile.
 */
function fitOf(profile: Profile, found: ReadonlySet<string>, template: Template): number {
  const { demanded, known } = namesOf(template);
  const shared = demanded.filter((keys) => keys.some((key) => found.has(key))).length;
  const familiar = new Set(profile.top.flatMap((keys) => keys.find((key) => known.has(key)) ?? [])).size;
  const hasMost = shared >= MIN_SHARED && 2 * shared > demanded.length;
  const isMostly = familiar >= MIN_SHARED && 2 * familiar > profile.top.length;
  if (!isMostly && (template.bundled || !hasMost)) return 0;
  return shared / demanded.length + familiar / profile.top.length + sharedPrefixes(profile, template);
}

/** The names of a template's sections: those that it demands, each with all its keys, and the keys of all. */
const namesOf = memoize(({ specs }: Template) => {
  const titled = specs.filter((spec) => !spec.repeatable);
  const demanded = titled.filter(isDemanded);
  return {
    demanded: (demanded.length > 0 ? demanded : titled).map(keysOf),
    known: new Set(titled.flatMap(keysOf)),
  };
});

function keysOf({ name, aliases }: SectionSpec): HeadingKeys {
  return [...headingKeys(name), ...aliases.map(nameKey)];
}

function isDemanded(spec: SectionSpec): boolean {
  return spec.requirement.kind === 'required' || spec.requirement.kind === 'recommended';
}

/** The share of the template's literal prefixes, such as `[RFC-` in `[RFC-NNNN]`, that the header's values have. */
function sharedPrefixes(profile: Profile, template: Template): number {
  const prefixes = valuePrefixes(template);
  const shared = prefixes.filter(({ key, prefix }) => headerValue(profile, key)?.startsWith(prefix));
  return prefixes.length === 0 ? 0 : shared.length / prefixes.length;
}

const valuePrefixes = memoize(({ fields }: Template) =>
  fields.flatMap(({ name, value }) => {
    const mask = /N{3,}|X{3,}|0{3,}/.exec(value);
    const prefix = mask ? value.slice(0, mask.index) : '';
    return prefix.length < SHORTEST_PREFIX ? [] : { key: fieldKey(name), prefix };
  }),
);
