/**
 * Rule fixtures: Markdown files whose cases hold a template, a document with its findings drawn under the
 * lines, and the text after fixing. The format is described in test/rules/README.md.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../src/core/analysis/analyze';
import type { Finding } from '../src/core/analysis/check';
import { anchorsOfText } from '../src/core/document/anchors';
import { readTemplate } from '../src/core/template/template';

export const root = path.join(__dirname, '..', '..');
export const fixtureFolder = path.join(root, 'test', 'rules');

export interface Case {
  readonly name: string;
  /** The fixture's line on which the case starts, one-based. */
  readonly line: number;
  readonly environment: Environment;
  /** The template's text where the case has its own. */
  readonly template?: string;
  /** The document with its drawings, and without them. */
  readonly annotated: string;
  readonly document: string;
  /** The text after fixing; the document itself where nothing is to be fixed. */
  readonly fixed: string;
  readonly choices: readonly { readonly title: string; readonly text: string }[];
  /** The drawings are of every rule's findings. */
  readonly all: boolean;
  /** The document must fit no template. */
  readonly unbound: boolean;
}

/** One part of a case: its key, what follows the colon, and its lines. */
export interface Part {
  readonly key: string;
  readonly value: string;
  /** The file's line on which it starts, one-based. */
  readonly line: number;
  readonly lines: string[];
}

const PART = /^=== ([a-z]+)(?:: (.*))?$/;
const KEYS = ['case', 'template', 'options', 'file', 'document', 'fixed', 'choice'];
const DRAWING = /^ *(?:\^+>?|[>|]) (?:error|warning|information|hint) [a-z-]+: .+$/;
const CLOSING = /^\^*<$/;

export function readRepo(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** The cases of a fixture as parts. Parts of other keys than the given ones are errors. */
export function readParts(file: string, keys: readonly string[]): Part[][] {
  const cases: Part[][] = [];
  readRepo(file)
    .split('\n')
    .forEach((text, index) => {
      const match = PART.exec(text);
      const [, key = '', value = ''] = match ?? [];
      if (match) assert.ok(keys.includes(key), `${file}:${index + 1}: unknown part "${text}"`);
      if (key === 'case') cases.push([]);
      if (match) cases.at(-1)?.push({ key, value, line: index + 1, lines: [] });
      else cases.at(-1)?.at(-1)?.lines.push(text);
    });
  assert.ok(cases.length > 0, `${file} has no "=== case: NAME"`);
  return cases;
}

/** The cases of a rule's fixture. A malformed fixture is an error that names its line. */
export function readCases(file: string): Case[] {
  return readParts(file, KEYS).map((parts) => makeCase(file, parts));
}

function makeCase(file: string, parts: readonly Part[]): Case {
  const [head] = parts;
  const find = (key: string): Part | undefined => parts.find((part) => part.key === key);
  const document = find('document');
  const where = `${file}:${head?.line ?? 0}`;
  assert.ok(head?.value && document, `${where}: a case needs a name and a "=== document"`);
  const options = new Map(find('options')?.lines.map((line) => line.split(/:\s*/, 2) as [string, string]));
  const author = options.get('author');
  const files = options.get('files');
  const others = parts.filter((part) => part.key === 'file');
  const texts = new Map(others.map((part) => [part.value, textOf(part)]));
  const own = find('template');
  const shared = own?.value ?? 'media/templates/design.md';
  const source = shared.includes('/') ? shared : `test/rules/templates/${shared}.md`;
  const template = own && own.value === '' ? textOf(own) : undefined;
  const annotated = textOf(document);
  const clean = undrawn(annotated);
  const fixed = find('fixed');
  return {
    name: head.value,
    line: head.line,
    environment: {
      templates: [readTemplate(template ?? readRepo(source), template ? 'template.md' : source)],
      today: options.get('today') ?? '2026-11-22',
      ...(author && { author }),
      ...((files || others.length > 0) && { files: folderOf(files?.split(/, */) ?? [], texts) }),
    },
    ...(template && { template }),
    annotated,
    document: clean,
    fixed: fixed ? textOf(fixed) : clean,
    choices: parts
      .filter((part) => part.key === 'choice')
      .map((part) => ({ title: part.value, text: textOf(part) })),
    all: options.get('findings') === 'all',
    unbound: options.get('unbound') === 'yes',
  };
}

/** The files around a document, and their folders; some have a text. */
function folderOf(names: readonly string[], texts: ReadonlyMap<string, string>): Environment['files'] {
  const folder = (name: string): string => name.slice(0, name.lastIndexOf('/', name.length - 2) + 1);
  const all = new Set([...names, ...texts.keys()]);
  for (const name of all) if (folder(name).length > 1) all.add(folder(name).slice(0, -1));
  return {
    exists: (name) => all.has(name),
    beside: (name) =>
      [...all]
        .filter((other) => folder(other) === folder(name))
        .map((other) => other.slice(folder(name).length)),
    anchors: (name) => anchorsOfText(texts.get(name) ?? ''),
    isSelf: (name) => name === 'document.md',
  };
}

/** The blank lines that set parts apart are no part of the text, which ends with one line ending. */
export function textOf(part: Part): string {
  return `${part.lines.join('\n').trimEnd()}\n`;
}

/** The text without its drawings. */
function undrawn(annotated: string): string {
  return annotated
    .split('\n')
    .filter((line) => !DRAWING.test(line) && !CLOSING.test(line))
    .join('\n');
}

/**
 * Draws findings under the lines of a text. Where `expected` has a drawing that ends in an ellipsis and
 * agrees up to there, it stands for the finding's own, so that a comparison shows real differences only.
 */
export function drawn(document: string, findings: readonly Finding[], expected = ''): string {
  const prefixes = expected
    .split('\n')
    .filter((line) => DRAWING.test(line) && line.endsWith('…'))
    .map((line) => line.slice(0, -1));
  const lines: string[] = [];
  document.split('\n').forEach((text, at) => {
    lines.push(text);
    for (const finding of findings) {
      const { start, end } = finding.range;
      if (start.line === at) {
        const line = drawing(finding, text.length);
        const prefix = prefixes.find((head) => line.startsWith(head));
        lines.push(prefix === undefined ? line : `${prefix}…`);
      }
      if (end.line === at && start.line < at) lines.push(`${'^'.repeat(end.character)}<`);
    }
  });
  return lines.join('\n');
}

function drawing({ range: { start, end }, severity, rule, message }: Finding, width: number): string {
  const several = end.line > start.line;
  const carets = '^'.repeat((several ? width : end.character) - start.character);
  const mark = several ? `${carets}>` : carets || '|';
  return `${' '.repeat(start.character)}${mark} ${severity} ${rule}: ${message}`;
}
