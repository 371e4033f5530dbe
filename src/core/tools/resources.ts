/** What agents can read beside the results of tools: the rules, the templates and the documents. */

import { visible } from '../document/quote';
import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';
import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';
import type { DocumentStore } from './documentStore';
import type { Page } from './paging';
import { pageAfter } from './paging';

/** A template and its text. */
export interface TemplateText {
  readonly name: string;
  /** Like the path of a document; null for a bundled template. */
  readonly path: string | null;
  readonly text: string;
}

/** A store that also has the templates. */
export interface ResourceStore extends DocumentStore {
  templates(): Promise<readonly TemplateText[]>;
}

/** A resource in a list. */
export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
}

const MARKDOWN = 'text/markdown';
const [RULES, TEMPLATES, DOCUMENTS] = [
  'design-docs://rules/',
  'design-docs://templates/',
  'design-docs://documents/',
];
const MAX_TITLE = 200;

/** The forms of the resources' addresses. */
export const resourceTemplates = [
  {
    uriTemplate: `${RULES}{id}`,
    name: 'rule',
    title: 'Rule',
    description: 'What a rule of check_doc reports, why, and what to do about it.',
    mimeType: MARKDOWN,
  },
  {
    uriTemplate: `${TEMPLATES}{+template}`,
    name: 'template',
    title: 'Template',
    description: "The text of a template: the path of the team's own one, or the name of a bundled one.",
    mimeType: MARKDOWN,
  },
  {
    uriTemplate: `${DOCUMENTS}{+path}`,
    name: 'document',
    title: 'Design doc',
    description: 'The text of a design doc, by its path as list_docs returns it.',
    mimeType: MARKDOWN,
  },
] as const;

/** A page of all resources: the rules, the templates, then the documents. */
export async function listResources(
  store: ResourceStore,
  cursor: string | undefined,
): Promise<Page<Resource>> {
  const all = [...rules.map(ruleResource), ...(await store.templates()).map(templateResource)];
  for await (const { path, title, stage } of store.listed()) {
    all.push(resource(DOCUMENTS + encoded(path), path, title, `A design doc, stage: ${stage}.`));
  }
  return pageAfter(all, cursor, ({ uri }) => uri);
}

/** The text of a resource. Throws a `UserError` if there is none at the address. */
export async function readResource(store: ResourceStore, uri: string): Promise<string> {
  const [rule, template, document] = [RULES, TEMPLATES, DOCUMENTS].map((start) => nameIn(uri, start));
  const found =
    rules.filter(({ id }) => id === rule).map(ruleText)[0] ??
    (template === undefined
      ? undefined
      : (await store.templates()).find((one) => keyOf(one) === template)?.text) ??
    (document === undefined ? undefined : await documentText(store, document));
  if (found !== undefined) return found;
  throw new UserError(
    'no-such-resource',
    `There is no resource "${shorten(visible(uri), MAX_TITLE)}". resources/list has all of them.`,
  );
}

async function documentText(store: DocumentStore, path: string): Promise<string | undefined> {
  const { analysis, text } = await store.open(path);
  return analysis.bound ? text : undefined;
}

function ruleResource({ id, summary }: Rule): Resource {
  return resource(RULES + id, id, id, String(summary));
}

function ruleText({ id, summary, help, severity }: Rule): string {
  return `# ${id}\n\n${summary}\n\nSeverity: ${severity}.\n\n${help}\n`;
}

function templateResource(template: TemplateText): Resource {
  const { name, path } = template;
  const origin = path === null ? 'A bundled template.' : "A template of the team's own.";
  return resource(TEMPLATES + encoded(keyOf(template)), keyOf(template), `Template ${name}`, origin);
}

/** What names a template: its path; that of a bundled one would tell nothing. */
function keyOf({ name, path }: TemplateText): string {
  return path ?? name;
}

function resource(uri: string, name: string, title: string, description: string): Resource {
  const plain = (text: string): string => shorten(visible(text), MAX_TITLE);
  return { uri, name: plain(name), title: plain(title), description: plain(description), mimeType: MARKDOWN };
}

function encoded(path: string): string {
  const valid = path.replace(/\p{Surrogate}/gu, '\uFFFD');
  return valid.split('/').map(encodeURIComponent).join('/');
}

/** The decoded name behind the start of an address; undefined for another address. */
function nameIn(uri: string, start: string): string | undefined {
  if (!uri.startsWith(start)) return undefined;
  try {
    return decodeURIComponent(uri.slice(start.length));
  } catch {
    return undefined;
  }
}
