/** The stage of a document, which decides which findings are useful for it. */

import type { Document } from '../document/document';
import { findField } from '../document/fields/fields';
import type { Selection } from '../template/select';
import type { Template } from '../template/template';
import { allowedValues } from '../template/templateFields';
import vocabulary from '../vocabulary/vocabulary.json';
import { isArchived, saysGivenUp } from './archive';
import { hasStatus, statusField, statusInYaml } from './status';
import { firstStatus, stageByPlace, statusValues } from './statusValues';
import type { Stage, StatusWords } from './statusWords';
import { opensWithValue, ownStage, phraseOf, plainWords, stageOfPhrase, stageOfWords } from './statusWords';

export { statusField } from './status';
export type { Stage, StatusWords } from './statusWords';

/** What the stage of a document depends on besides its text and template. */
export interface StageEnvironment {
  /** The team's own status words. */
  readonly statuses?: StatusWords | undefined;
  /** True if the default branch of the repository has the document as it is. Asked only without a status. */
  readonly isMerged?: (() => boolean) | undefined;
  readonly files?: MetadataFiles | undefined;
  /** The path of the document, relative to the root of the repository, with `/`. */
  readonly path?: string | undefined;
}

/** The files that may tell the status of a document. */
interface MetadataFiles {
  /** True if the path leads to the document itself. */
  isSelf(path: string): boolean;
  /** The text of the YAML file that describes a folder. */
  metadata(folder: string): string | undefined;
}

/**
 * The stage of a document. It is dead in an archive, whatever its status says. A document without a status is dead if its
 * text says so, `merged` if the default branch has it, else a draft. It is
 * `unknown` if its template demands a status, but was selected only by similar headings.
 */
export function stageOf(
  document: Document,
  { template, named }: Selection,
  { statuses = {}, isMerged, files, path = '' }: StageEnvironment = {},
): Stage {
  if (isArchived(path)) return 'dead';
  const type = findField(document.fields, vocabulary.fields.type);
  if (type && stageOfWords(type.value) === 'retrospective') return 'retrospective';
  const status = statusOf(document, template, files);
  if (status !== undefined) return stageOfStatus(status, template, statuses);
  if (saysGivenUp(document)) return 'dead';
  if (isMerged?.()) return 'merged';
  const demanded = template.fields.some((field) => field.role === 'status' && field.demanded);
  return named || !demanded ? 'draft' : 'unknown';
}

/** The status of a document, from its text or else from the file that describes it; undefined if it has none. */
export function statusOf(
  document: Document,
  template: Template,
  files?: MetadataFiles | undefined,
): string | undefined {
  const value = statusField(document)?.value;
  if (value !== undefined && hasStatus(value) && !isTemplateList(value, template)) return value;
  const isReadme = files?.isSelf('README.md') || files?.isSelf('readme.md');
  const text = isReadme ? files?.metadata('.') : undefined;
  return text === undefined ? undefined : statusInYaml(text);
}

/** True for the template's whole list of values, from which nothing was chosen. */
function isTemplateList(value: string, template: Template): boolean {
  const listed = allowedValues(value);
  return listed.length > 1 && listed.length === statusValues(template).length;
}

/** The stage that a status means in documents of a template. */
export function stageOfStatus(status: string, template: Template, statuses: StatusWords = {}): Stage {
  const words = plainWords(status);
  if (vocabulary.elsewhere.some((phrase) => startsWithin(words, phrase))) return 'reference';
  const own = ownStage(status, statuses);
  if (own) return own;
  const known = phraseOf(status);
  const stage = stageOfPhrase(known);
  // A slip of a known word may be the word that the template lists.
  const placed = stageByPlace(status, template, known?.slip ? undefined : stage);
  if (placed) return placed;
  return known?.stage === 'decided' && isEnd(status, template) ? 'finished' : (stage ?? 'unknown');
}

/** True if a decision ends a document: its template has no plan, and does not start its documents as decided. */
function isEnd(status: string, template: Template): boolean {
  const starts = opensWithValue(status, firstStatus(template) ?? '');
  return statusValues(template).length === 0 && !starts && !template.specs.some(({ plan }) => plan);
}

/** True if the first two sentences of a status say that another document tracks it. */
function startsWithin(words: string, phrase: string): boolean {
  const sentence = words.split(/[.!?](?:\s|$)/, 2).join('. ');
  return sentence.includes(`${phrase} `) && /\brather than here\b|\binstead of here\b/.test(sentence);
}
