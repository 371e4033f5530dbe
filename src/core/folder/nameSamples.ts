/** How the documents of a folder are named. */

import { readFileNumber } from './fileNumber';
import { isIndexName } from './readIndex';

/** What is known of a folder before a document is written into it. */
export interface FolderContent {
  /** The names of its files and folders, with those on other branches. */
  readonly names: readonly string[];
  /** The paths of the design docs in it, relative to it. */
  readonly documents: readonly string[];
  /** The paths of the team's templates in it, relative to it. */
  readonly templates: readonly string[];
}

/** How a file is named. */
export interface Sample {
  readonly kind: 'numbered' | 'yearly' | 'dated' | 'plain';
  /** What is in front of a number, with its year if it begins anew each year; or what joins the parts of a date. */
  readonly prefix: string;
  /** Empty without a number. */
  readonly digits: string;
  /** What is between the number or date and the words. */
  readonly separator: string;
  /** The words, without the extension. */
  readonly words: string;
  /** The name of the file, if the document has a folder of its own. */
  readonly file: string | undefined;
}

/** The groups of one of the patterns. */
type Parts = Partial<Record<'prefix' | 'digits' | 'separator' | 'words', string>>;

const MARKDOWN = /\.(?:md|markdown)$/i;
/** What joins the parts of a name; the limit keeps the name of a new file short. */
const JOINT = '[-_. ]{1,3}';
/** `2026-05-01-words`, `20260501-words`. */
const DATED = new RegExp(
  String.raw`^\d{4}(?<prefix>[-_.]?)(?:0[1-9]|1[0-2])\k<prefix>(?:0[1-9]|[12]\d|3[01])(?<separator>${JOINT})(?<words>.*)$`,
);
/** `2026-012-words`. */
const YEARLY = new RegExp(
  String.raw`^(?<prefix>(?:19|20)\d{2}[-_.])(?<digits>\d{3,4})(?<separator>${JOINT})(?<words>.*)$`,
);
/** `rfc-12-words`, which is a number only where others have the same word in front. */
const COUNTED = new RegExp(
  String.raw`^(?<prefix>\p{L}{2,12}[-_ ]?)(?<digits>\d{1,6})(?<separator>(?:${JOINT})?)(?<words>.*)$`,
  'u',
);
const SEPARATED = new RegExp(`^(?<separator>(?:${JOINT})?)(?<words>.*)$`);

/** The content of a folder with those names. The paths of the folder and of what was found start at the same root. */
export function folderContent(
  folder: string,
  names: readonly string[],
  found: Pick<FolderContent, 'documents' | 'templates'>,
): FolderContent {
  const start = folder === '' ? '' : `${folder}/`;
  const inside = (paths: readonly string[]): string[] =>
    paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  return { names, documents: inside(found.documents), templates: inside(found.templates) };
}

/** How the documents of a folder are named; if there are only templates, how those say it. */
export function samplesIn({ names, documents, templates }: FolderContent): readonly Sample[] {
  const files = new Map([...documents, ...templates].map(ownFolder).filter((one) => one !== undefined));
  const isTemplate = new Set(templates.map((path) => ownFolder(path)?.[0] ?? path));
  const candidates = [...new Set(names)].filter((name) => !isIndexName(name));
  const own = candidates.filter((name) => !isTemplate.has(name));
  const samples = readSamples(own, files);
  if (samples.length > 0) return samples;
  const masked = candidates.filter((name) => isTemplate.has(name));
  return readSamples(masked, files, withoutMasks).filter(({ kind }) => kind !== 'plain');
}

/** The folder that a document has of its own, and the name of its file: `0042-tides` and `README.md`. */
function ownFolder(path: string): [folder: string, file: string] | undefined {
  const [folder, file, ...more] = path.split('/');
  const isOwn = folder !== undefined && file !== undefined && more.length === 0 && isIndexName(file);
  return isOwn ? [folder, file] : undefined;
}

/** The name of a template with numbers in place of its masks: `YYYYMMDD-template.md`, `ADR-NNNN-template.md`. */
function withoutMasks(name: string): string {
  return name
    .replace(/^YYYY([-_.]?)MM\1DD/i, (_, joiner: string) => `2000${joiner}01${joiner}01`)
    .replace(/[NX]{3,}/, (mask) => '0'.repeat(mask.length));
}

/** How files are named, by their names. `files` are those of documents with a folder of their own. */
export function readSamples(
  names: readonly string[],
  files: ReadonlyMap<string, string> = new Map(),
  read = (name: string): string => name,
): Sample[] {
  const shared = sharedPrefixes(names);
  return names.flatMap((name) => readSample(read(name), files.get(name), shared) ?? []);
}

function readSample(name: string, file: string | undefined, shared: ReadonlySet<string>): Sample | undefined {
  const stem = name.replace(MARKDOWN, '');
  const sample = (kind: Sample['kind'], parts: Parts): Sample => {
    const { prefix = '', digits = '', separator = '', words = '' } = parts;
    return { kind, prefix, digits, separator, words, file };
  };
  const dated = DATED.exec(stem)?.groups;
  if (dated) return sample('dated', dated);
  const yearly = YEARLY.exec(stem)?.groups;
  if (yearly) return sample('yearly', yearly);
  const number = readFileNumber(name);
  if (number) {
    const { prefix, digits } = number;
    const rest = stem.slice(prefix.length + digits.length).replace(number.isShared ? /^-\d+/ : '', '');
    return sample('numbered', { ...SEPARATED.exec(rest)?.groups, prefix, digits });
  }
  const counted = COUNTED.exec(stem)?.groups;
  if (counted && shared.has(prefixIn(counted))) return sample('numbered', counted);
  // Names in capitals are those of files about the repository.
  const isDocument = (file !== undefined || MARKDOWN.test(name)) && /\p{Ll}|\p{Lo}/u.test(stem);
  return isDocument ? sample('plain', { words: stem }) : undefined;
}

/** The words in front of a number that at least two files share. */
function sharedPrefixes(names: readonly string[]): ReadonlySet<string> {
  const files = names.filter((name) => MARKDOWN.test(name));
  const prefixes = files.map((name) => prefixIn(COUNTED.exec(name)?.groups)).filter(Boolean);
  return new Set(prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at));
}

function prefixIn(parts: Parts = {}): string {
  return parts.prefix ?? '';
}
