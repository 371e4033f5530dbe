/** Selects the template that a document follows. */

import type { Document } from '../document/document';
import { findField } from '../document/fields';
import { PART } from '../document/sections';
import { findTokens } from '../markdown/tokens';
import { memoize } from '../query/memoize';
import { readName, sameName } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';
import type { SectionSpec, Template } from './template';

const DIRECTIVE = /^<!--\s*design-docs:\s*template\s+(\S+)\s*-->$/;
/** The fewest shared headings, and shared headings of demanded sections, that are no coincidence. */
const SHARED = 3;
const SHARED_DEMANDED = 2;

/** The template of a document. */
export interface Selection {
  readonly template: Template;
  /** The document names its template; otherwise only its headings are similar. */
  readonly named: boolean;
}

/**
 * The template that the document names by a directive, its type or the prefix of its title; else the one with which it
 * shares most headings; undefined if there is none. In a tie the earlier template wins.
 */
export function selectTemplate(document: Document, templates: readonly Template[]): Selection | undefined {
  const named =
    byDirective(document, templates) ?? byType(document, templates) ?? byTitle(document, templates);
  if (named) return { template: named, named: true };
  const alike = byHeadings(document, templates);
  return alike && { template: alike, named: false };
}

function byDirective(document: Document, templates: readonly Template[]): Template | undefined {
  const comment = document.preamble.map((block) => DIRECTIVE.exec(block.content.trim())?.[1]).find(Boolean);
  const name = findField(document.fields, ['design-docs-template'])?.value ?? comment;
  return name === undefined ? undefined : templates.find((template) => template.name === name);
}

function byType(document: Document, templates: readonly Template[]): Template | undefined {
  const type = findField(document.fields, vocabulary.fields.type);
  if (!type) return undefined;
  const wanted = readName(type.value);
  return templates.find((template) =>
    template.fields.some(
      (field) => field.role === 'type' && !field.masked && sameName(readName(field.value), wanted),
    ),
  );
}

function byTitle(document: Document, templates: readonly Template[]): Template | undefined {
  const title = document.title?.text.toLowerCase() ?? '';
  let best: Template | undefined;
  for (const template of templates) {
    const prefix = titlePrefix(template).toLowerCase();
    const longer = prefix.length > (best ? titlePrefix(best).length : 0);
    if (longer && title.startsWith(prefix)) best = template;
  }
  return best;
}

/** True if the document's title starts with the prefix of a template's title, and so names its kind. */
export function isTitled(document: Document, templates: readonly Template[]): boolean {
  return byTitle(document, templates) !== undefined;
}

/** The label before the first placeholder of a template's title ("Design: "); empty if there is none. */
export const titlePrefix = memoize((template: Template): string => {
  const [token] = findTokens(template.title);
  const prefix = token ? template.title.slice(0, token.start) : '';
  return /[:–—-]\s*$/.test(prefix) ? prefix : '';
});

function byHeadings(document: Document, templates: readonly Template[]): Template | undefined {
  const keys = new Set<string>();
  for (const { [PART]: part } of document.sections) {
    if (part.heading) keys.add(part.heading.name.key).add(part.heading.name.head);
  }
  let best: { template: Template; shared: number } | undefined;
  for (const template of templates) {
    const shared = template.specs.filter((spec) => !spec.repeatable && keys.has(spec.name.key));
    const enough = shared.length >= SHARED && shared.filter(isDemanded).length >= SHARED_DEMANDED;
    if (enough && shared.length > (best?.shared ?? 0)) best = { template, shared: shared.length };
  }
  return best?.template;
}

function isDemanded(spec: SectionSpec): boolean {
  return spec.requirement.kind === 'required' || spec.requirement.kind === 'recommended';
}
