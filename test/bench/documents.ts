/** The benchmark's texts: the project's own documents and fixtures, repeated under distinct headings. */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fixtureFolder, readCases, readRepo } from '../fixture';

/** Documents in flight, on which every rule speaks; each made text starts with one of them. */
const STARTS = [
  'test/workspace/docs/design_docs/0002-flood-alerts.md',
  'test/workspace/docs/design_docs/0003-gauge-log-upload.md',
  'docs/design_docs/0001-template-is-the-schema.md',
].map(readRepo);

const OTHERS = [
  'test/workspace/docs/design_docs/0001-append-only-readings.md',
  'test/workspace/docs/decisions/0001-buffer-readings-in-sqlite.md',
  'docs/architecture.md',
  'docs/templates.md',
].map(readRepo);

/** Fixtures that would not swallow what follows them: no open fence, comment or region. */
const FIXTURES = readdirSync(fixtureFolder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .flatMap((name) => readCases(`test/rules/${name}`))
  .map(({ document }) => document)
  .filter((text) => !/^[ \t]*(?:```|~~~)|<|\r/m.test(text));

const WHOLE = [...STARTS, ...OTHERS];

/** What follows in turn: whole documents, and after every third of them a fixture, where something is wrong. */
function partAt(index: number): string {
  const fixture = index % 4 === 3 ? FIXTURES[(index >> 2) % FIXTURES.length] : undefined;
  return fixture ?? WHOLE[index % WHOLE.length] ?? '';
}

/** A document of that many lines, or of that many characters; `seed` decides what it starts with. */
export function makeDocument(size: { lines?: number; characters?: number }, seed = 0): string {
  const lines = (STARTS[seed % STARTS.length] ?? '').split('\n');
  let characters = lines.join('\n').length;
  for (let copy = 1; !reached(size, lines.length, characters); copy++) {
    for (const line of renamed(partAt(seed + copy), copy)) {
      if (reached(size, lines.length, characters)) break;
      lines.push(line);
      characters += line.length + 1;
    }
  }
  return `${lines.slice(0, size.lines ?? lines.length).join('\n')}\n`;
}

function reached(size: { lines?: number; characters?: number }, lines: number, characters: number): boolean {
  return lines >= (size.lines ?? Infinity) || characters >= (size.characters ?? Infinity);
}

/** The lines of a text with a number after each heading; its title becomes a section. */
function renamed(text: string, copy: number): string[] {
  let fenced = false;
  return text.split('\n').map((line) => {
    if (/^[ \t]*(?:```|~~~)/.test(line)) fenced = !fenced;
    const [, marks = '', name = ''] = (!fenced && /^(#{1,6}) (.*)$/.exec(line)) || [];
    return marks === '' ? line : `${marks === '#' ? '##' : marks} ${name} ${copy}`;
  });
}

/** Writes a folder of design docs, `count` of them with about 20 kB each. Gives their paths in it. */
export function writeFolder(folder: string, count: number): string[] {
  const docs = path.join('docs', 'design_docs');
  mkdirSync(path.join(folder, docs), { recursive: true });
  return Array.from({ length: count }, (_, at) => {
    const file = path.join(docs, `${String(at + 1).padStart(4, '0')}-made.md`);
    writeFileSync(path.join(folder, file), makeDocument({ characters: 20_000 }, at + 1));
    return file;
  });
}
