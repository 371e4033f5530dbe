/**
 * What a list tells of the documents of the workspace. It is kept in the extension's storage, so that a document of
 * which nothing is new costs a look at its times, and one at each file that it links to.
 */

import * as vscode from 'vscode';
import type { Environment } from '../core/analysis';
import { analyze } from '../core/analysis';
import { buildName } from '../core/build';
import { longestText } from '../core/config/scope';
import type { Anchors } from '../core/document/anchors';
import type { ListedJson, Told } from '../core/json/documents';
import { toldOf } from '../core/json/documents';
import { summaryOf } from '../core/json/summary';
import type { Stamp } from '../core/stamp';
import { sameStamp, stampOf } from '../core/stamp';
import { digest } from '../core/text/digest';
import type { Candidate } from './candidates';
import { candidates, savedText } from './candidates';
import { shownPath } from './deskPaths';
import { anchorsAt, leadSomewhere, textVersions } from './linkTargets';
import type { Services } from './services';

const FILE = 'listed.json';
/** Files that a document links to beyond so many are not looked up, and count as there. */
const MOST_LINKS = 1000;

interface Links {
  /** The paths that a document links to, and whether something is there. */
  readonly paths: Readonly<Record<string, boolean>>;
  /** The files to whose headings it links, and what changes with them. */
  readonly files: Readonly<Record<string, string>>;
}

const NO_LINKS: Links = { paths: {}, files: {} };

/** What was told of a file, and what that depends on. */
interface Entry {
  readonly stamp: Stamp;
  /** Names the text. */
  readonly content: string;
  /** Names all else that decides, but for the files that it links to. */
  readonly setting: string;
  readonly links: Links;
  /** Null for a file that is no design doc after all. Its path is shown in other words when other folders are open. */
  readonly told: Told | null;
}

type Entries = Readonly<Record<string, Entry>>;

/** The design docs of the workspace, in the order of their paths. */
export async function* listedDocs(services: Services): AsyncGenerator<ListedJson> {
  const before = await load(services);
  const now: Record<string, Entry> = {};
  for await (const candidate of candidates(services)) {
    const key = candidate.uri.toString();
    const known = before[key];
    const entry = await lookAt(services, candidate, known);
    // What is typed and not saved yet is nothing to keep.
    const kept = candidate.open ? known : entry;
    if (kept) now[key] = kept;
    if (entry.told) yield { path: shownPath(candidate.uri), ...entry.told };
  }
  await save(services, before, now);
}

/** What there is to tell of a document now, which is what was told if nothing is new. */
async function lookAt(services: Services, candidate: Candidate, known: Entry | undefined): Promise<Entry> {
  const { uri, open } = candidate;
  const setting = settingOf(services, candidate);
  const holds = known?.setting === setting && (await stillLead(uri, known.links));
  const stamp = await stampIn(uri);
  if (known && holds && !open && sameStamp(known.stamp, stamp)) return known;
  const text = open ? open.getText() : await savedText(uri);
  const content = digest(text);
  if (known && holds && content === known.content) return { ...known, stamp };
  if (text.length > longestText) return { stamp, content, setting, links: NO_LINKS, told: null };
  const { links, analysis } = await analyzeWithLinks(uri, text, services.analyses.environment(uri));
  const summary = summaryOf(analysis);
  const meant = candidate.certain || summary.titled;
  return { stamp, content, setting, links, told: meant ? toldOf(summary) : null };
}

/** The analysis with all known of the files that the document links to. */
async function analyzeWithLinks(uri: vscode.Uri, text: string, environment: Environment) {
  let exists: ReadonlyMap<string, boolean> = new Map();
  let anchors: ReadonlyMap<string, Anchors | undefined> = new Map();
  const paths = new Set<string>();
  const asked = new Set<string>();
  const note = (all: Set<string>, path: string): void => {
    if (all.size < MOST_LINKS) all.add(path);
  };
  const files = environment.files && {
    ...environment.files,
    exists: (path: string): boolean => {
      note(paths, path);
      return exists.get(path) ?? true;
    },
    anchors: (path: string): Anchors | undefined => {
      note(asked, path);
      return anchors.get(path);
    },
  };
  const own = { ...environment, files };
  const first = analyze(text, own);
  exists = await leadSomewhere(uri, paths);
  const versions = await textVersions(uri, asked);
  anchors = await anchorsAt(uri, asked);
  const isSame = anchors.size === 0 && [...exists.values()].every(Boolean);
  const links = { paths: Object.fromEntries(exists), files: Object.fromEntries(versions) };
  return { links, analysis: isSame ? first : analyze(text, own) };
}

async function stillLead(uri: vscode.Uri, { paths, files }: Links): Promise<boolean> {
  const exists = await leadSomewhere(uri, Object.keys(paths));
  const versions = await textVersions(uri, Object.keys(files));
  return (
    Object.entries(paths).every(([path, there]) => exists.get(path) === there) &&
    Object.entries(files).every(([path, version]) => versions.get(path) === version)
  );
}

function settingOf({ configs, templates }: Services, { uri, certain }: Candidate): string {
  return digest(JSON.stringify([templates.signature, configs.of(uri), certain]));
}

async function stampIn(uri: vscode.Uri): Promise<Stamp> {
  return vscode.workspace.fs.stat(uri).then(
    ({ size, mtime, ctime }) => stampOf([mtime, ctime], [size], Date.now()),
    () => [],
  );
}

/** What is kept; nothing if it is damaged, or was written by another build. */
async function load({ storage }: Services): Promise<Entries> {
  const build = buildName();
  if (build === undefined) return {};
  const text = await savedText(vscode.Uri.joinPath(storage, FILE));
  const [head, entries = ''] = text.split('\n', 2);
  return head === headOf(build, entries) ? JSON.parse(entries) : {};
}

async function save({ storage }: Services, before: Entries, now: Entries): Promise<void> {
  const build = buildName();
  const entries = JSON.stringify(now);
  if (build === undefined || entries === JSON.stringify(before)) return;
  const bytes = new TextEncoder().encode(`${headOf(build, entries)}\n${entries}`);
  // Where nothing can be written, nothing is kept.
  await vscode.workspace.fs
    .createDirectory(storage)
    .then(() => vscode.workspace.fs.writeFile(vscode.Uri.joinPath(storage, FILE), bytes))
    .then(undefined, () => {});
}

function headOf(build: string, entries: string): string {
  return `${build} ${digest(entries)}`;
}
