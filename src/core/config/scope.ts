/** Decides from paths alone which files may be design docs or templates. Paths use `/`. */

import { matchesGlob } from '../text/glob';
import { lastName } from '../text/paths';
import vocabulary from '../vocabulary/vocabulary.json';

const FOLDERS = new Set(vocabulary.folders);
const NEVER = new Set(vocabulary.neverFiles.map((name) => name.toLowerCase()));
const CERTAIN = new Set(vocabulary.templateNames.certain);
const ZEROS = new Set(vocabulary.templateNames.zeros);
const POSSIBLE = new Set(vocabulary.templateNames.possible);
const TEMPLATE_FOLDERS = new Set(vocabulary.templateNames.folders);
const MARKDOWN = /\.(?:md|markdown)$/i;
/** A number other than zero in front of a name. */
const NUMBERED = /^0*[1-9]\d*(?:[-_. ]|$)/;

/** The most bytes or characters that are read: a longer file is no design doc. */
export const maxTextLength = 2 * 1024 * 1024;

/** A project's own choice of files: globs and paths relative to its root. */
export interface ScopeConfig {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly templates: readonly string[];
}

const USUAL: ScopeConfig = { include: [], exclude: [], templates: [] };

/** True for a Markdown file that may be a document or a template: the project does not exclude it. */
export function isCandidate(path: string, config: ScopeConfig = USUAL): boolean {
  return MARKDOWN.test(path) && !config.exclude.some((glob) => matchesGlob(path, glob));
}

/**
 * True for a candidate that is a design doc if it follows a template. A README and the like counts only if the project
 * includes it or if it follows a template of the team.
 */
export function isDesignDoc(
  path: string,
  template: { bundled?: boolean },
  config: ScopeConfig = USUAL,
): boolean {
  if (!isCandidate(path, config) || config.templates.includes(path)) return false;
  return !template.bundled || !isReadme(path) || isIncluded(path, config);
}

/**
 * True for a document that the project includes, or that is in a folder for design docs and is not named as a template.
 */
export function isExpected(path: string, config: ScopeConfig = USUAL): boolean {
  if (!isCandidate(path, config) || config.templates.includes(path)) return false;
  if (isIncluded(path, config)) return true;
  return folderNames(path).some(isDesignFolder) && !isReadme(path) && saysTemplate(path) === undefined;
}

/**
 * Whether the name of a file or of one of its folders says that it is a template: `certain` for a file such as
 * `rfc-template.md` or `NNNN-template/README.md`, `numbered` for `0012-rfc-template.md`, which may be a document about
 * templates, `zero` for `0000-use-madr.md`, which may be the first document, `possible` for names that other files have,
 * too.
 */
export function saysTemplate(path: string): 'certain' | 'numbered' | 'zero' | 'possible' | undefined {
  if (!MARKDOWN.test(path)) return undefined;
  const name = lastName(path).replace(MARKDOWN, '');
  const [folder = ''] = folderNames(path).slice(-1);
  // A README is known by its folder's name.
  const own = NEVER.has(name.toLowerCase()) ? folder : name;
  if (namedBy(own, CERTAIN)) return NUMBERED.test(own) ? 'numbered' : 'certain';
  if (namedBy(own, ZEROS)) return 'zero';
  return namedBy(own, POSSIBLE) || folderNames(path).some(isTemplateFolder) ? 'possible' : undefined;
}

/** True for a file in a folder for templates, which has no documents but those that the project includes. */
export function isInTemplateFolder(path: string, config: ScopeConfig = USUAL): boolean {
  if (isIncluded(path, config)) return false;
  return folderNames(path).some((folder) => !NUMBERED.test(folder) && namedBy(folder, TEMPLATE_FOLDERS));
}

/** True for a folder whose name is usual for design docs. */
export function isDesignFolder(path: string): boolean {
  return FOLDERS.has(lastName(path).toLowerCase());
}

/** True for a file in a folder that is usual for design docs or templates, or at the root. */
export function isInDesignFolder(path: string): boolean {
  const folders = folderNames(path);
  return folders.length === 0 || folders.some((folder) => isDesignFolder(folder) || isTemplateFolder(folder));
}

/** Folders to suggest for the first document, the most usual first. */
export const usualFolders: readonly string[] = [
  'docs/design_docs',
  'docs/design-docs',
  'design_docs',
  'docs/adr',
];

function isIncluded(path: string, { include }: ScopeConfig): boolean {
  return include.some((glob) => matchesGlob(path, glob));
}

function isTemplateFolder(folder: string): boolean {
  return [CERTAIN, ZEROS, POSSIBLE].some((words) => namedBy(folder, words));
}

/** True if one of the words of a name is in a list. A mask may be a part of a word: "KEP-NNNN". */
function namedBy(name: string, words: ReadonlySet<string>): boolean {
  const own = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return own.split(/[^\p{L}\p{N}]+/u).some((word) => words.has(word));
}

/** True for a README and other files that are documents only in a folder of their own. */
export function isReadme(path: string): boolean {
  return NEVER.has(lastName(path).replace(MARKDOWN, '').toLowerCase());
}

function folderNames(path: string): string[] {
  return path
    .split('/')
    .slice(0, -1)
    .filter((folder) => folder !== '' && folder !== '.');
}
