/**
 * Rule fixtures: Markdown files with cases. A case has a template, a document with its findings drawn under the lines,
 * and the text after fixing. test/rules/README.md describes the format.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../src/core/analysis/analyze';
import type { Finding } from '../src/core/analysis/check';
import { readLinkedFile } from '../src/core/document/links/anchors';
import { readTemplate } from '../src/core/template/template';

/** The root of the repository. */
export const root = path.join(__dirname, '..', '..');
/** The folder of the rule fixtures. */
export const fixtureFolder = path.join(root, 'test', 'rules');

/** A case of a rule's fixture. */
export interface Case {
  readonly name: string;
  /** The line of the fixture at which the case starts, from 1. */
  readonly line: number;
  readonly environment: Environment;
  /** The template's text if the case has its own. */
  readonly template?: string;
  /** The document with the drawn findings, and without them. */
  readonly annotated: string;
  readonly document: string;
  /** The text after fixing; the document itself if nothing is fixed. */
  readonly fixed: string;
  readonly choices: readonly { readonly title: string; readonly text: string }[];
  /** True if the findings of all rules are drawn. */
  readonly all: boolean;
  /** True if the document must fit no template. */
  readonly unbound: boolean;
}

/** One part of a case: its key, the text after the colon, and its lines. */
export interface Part {
  readonly key: string;
  readonly value: string;
  /** The line of the file at which it starts, from 1. */
  readonly line: number;
  readonly lines: string[];
}

const PART = /^=== ([a-z]+)(?:: (.*))?$/;
const KEYS = ['case', 'template', 'options', 'file', 'document', 'fixed', 'choice'];
const DRAWING = /^ *(?:\^+>?|[>|]) (?:error|warning|information|hint) [a-z-]+: .+$/;
const CLOSING = /^\^*<$/;

/** The text of a file of the repository; `file` is relative to its root. */
export function readRepo(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** The cases of a fixture, each as its parts. Throws for a part whose key is not in `keys`. */
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

/** The cases of a rule's fixture. Throws an error with the line if the fixture is malformed. */
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
      path: options.get('path') ?? options.get('name') ?? 'document.md',
      ...((files || others.length > 0 || options.has('name')) && {
        files: folderOf(files?.split(/, */) ?? [], texts, options.get('name')),
      }),
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

/** The files around a document, and their folders. Files without a text have no anchors. */
function folderOf(
  names: readonly string[],
  texts: ReadonlyMap<string, string>,
  own: string | undefined,
): Environment['files'] {
  const folder = (name: string): string => name.slice(0, name.lastIndexOf('/', name.length - 2) + 1);
  const all = new Set([...names, ...texts.keys(), ...(own ? [own] : [])]);
  for (const name of all) if (folder(name).length > 1) all.add(folder(name).slice(0, -1));
  return {
    exists: (name) => all.has(name),
    beside: (name) =>
      [...all]
        .filter((other) => folder(other) === folder(name))
        .map((other) => other.slice(folder(name).length)),
    anchors: (name) => readLinkedFile(texts.get(name) ?? ''),
    metadata: () => undefined,
    isSelf: (name) => name === (own ?? 'document.md'),
  };
}

/** The text of a part, without the blank lines after it, and with one final line ending. */
export function textOf(part: Part): string {
  return `${part.lines.join('\n').trimEnd()}\n`;
}

/** The text without the drawn findings. */
function undrawn(annotated: string): string {
  return annotated
    .split('\n')
    .filter((line) => !DRAWING.test(line) && !CLOSING.test(line))
    .join('\n');
}

/**
 * Draws findings under the lines of a text. If `expected` has a drawing that ends in an ellipsis and is a prefix of the
 * finding's drawing, that one is used, so that a comparison shows only real differences.
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
