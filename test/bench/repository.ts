/** A large repository with few design docs among its files, and the programs that search it. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../fixture';
import type { Program } from './measure';

const FILES = 50_000;
const DOCUMENTS = 500;
/** Of ten files in a package, two are Markdown. */
const CODE_IN_PACKAGE = 8;
const WORDS = 'word '.repeat(120);
/** A file that was written this many milliseconds ago is no longer racily clean. */
const REST = 3500;

/** What every search has to do: list the files of the repository, and `stat` those in Markdown. */
const LIST = [
  '-e',
  `const fs = require('fs');
   const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
   const listed = require('child_process').execFileSync('git', words, { maxBuffer: 1 << 30 }).toString();
   for (const file of listed.split('\\0')) if (file.endsWith('.md')) fs.lstatSync(file);`,
];

const compiled = (name: string): string =>
  JSON.stringify(path.join(root, 'out', 'src', 'node', 'workspace', name));
/** The search alone, without the check of the documents that it finds. */
const SEARCH = [
  '-e',
  `const { openWorkspace } = require(${compiled('workspace.js')});
   const { discoverFiles } = require(${compiled('discovery.js')});
   void discoverFiles(openWorkspace(process.cwd(), () => undefined), 'bench');`,
];

/** Writes the repository into a folder, and commits it. */
export function writeRepository(folder: string): void {
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const text = (title: string, headings: readonly string[]): string =>
    [`# ${title}\n`, ...headings.map((heading) => `## ${heading}\n\n${WORDS}\n`)].join('\n');
  write('rfcs/0000-template.md', '# Title of the note\n\n## Aim\n\n## Way\n\n## Cost (optional)\n');
  for (let at = 1; at <= DOCUMENTS; at++)
    write(`rfcs/${String(at).padStart(4, '0')}-note.md`, text(`Note ${at}`, ['Aim', 'Way', 'Cost']));
  for (let at = 0, files = DOCUMENTS + 1; files < FILES; at++) {
    const place = `packages/${at % 97}/module${at}`;
    write(`${place}/README.md`, text(`Module ${at}`, ['Install', 'Usage', 'License']));
    write(`${place}/guide.md`, text('Guide', ['Start', 'More']));
    for (let code = 0; code < CODE_IN_PACKAGE; code++) write(`${place}/file${code}.ts`, 'export {}\n');
    files += CODE_IN_PACKAGE + 2;
  }
  const git = (...words: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], {
      cwd: folder,
      stdio: 'ignore',
    });
  };
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'files');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, REST);
}

/** The programs that search the repository. The cache is removed before the first run, and kept for the second. */
export function searchesOf(cwd: string): Program[] {
  const cache = `${cwd}-cache`;
  const env = { XDG_CACHE_HOME: cache };
  const list = [path.join(root, 'dist', 'cli.js'), 'list'];
  const node = (name: string, words: readonly string[]): Program => ({
    name,
    file: process.execPath,
    words,
    cwd,
    rounds: 5,
  });
  const before = (): void => rmSync(cache, { recursive: true, force: true });
  return [
    node('git ls-files and stat', LIST),
    { ...node('search', SEARCH), env, before },
    { ...node('search again, nothing changed', SEARCH), env },
    { ...node('list', list), env, before },
    { ...node('list again, nothing changed', list), env },
  ];
}
