/** `npm run bench [-- DIR]`: measures, side by side with its peers, and writes docs/performance.md. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../fixture';
import { prepareServerBuild } from '../harness/server-build';
import { candidates, peerPath } from './candidates';
import { makeDocument, writeFolder } from './documents';
import { measureLongPlan, measureTicks, measureTyping } from './editor';
import { extensionFiles } from './extensionFiles';
import type { Measured, Program } from './measure';
import { measureLoading, measurePrograms, measureTexts } from './measure';
import type { Table } from './page';
import { performancePage } from './page';
import { searchesOf, writeRepository } from './repository';
import { rows } from './rows';

const PAGE = 'docs/performance.md';
const COMMAND = path.join(root, 'dist', 'cli.js');
const TEXTS = { '1k': 1000, '10k': 10_000, '26k': 26_000 };
const FILES = 1500;
const ROUNDS = 3;
const LOADINGS = 31;

const EMPTY = ['-e', '0'];
/** What every check of a folder does at least. */
const READ = [
  '-e',
  `const fs = require('fs');
   for (const file of fs.readdirSync('.', { recursive: true })) if (file.endsWith('.md')) fs.readFileSync(file);`,
];

/** What every look at a folder does at least. */
const STAT = [
  '-e',
  `const fs = require('fs');
   for (const file of fs.readdirSync('.', { recursive: true })) if (file.endsWith('.md')) fs.statSync(file);`,
];
/** A file that was written this many milliseconds ago is at rest. */
const REST = 3500;

/**
 * Every program on a folder, or on a file in it; what is not installed for this platform is left out. What `check`
 * remembers of a folder is forgotten before it is run, and remembered when it is run again.
 */
function programsOn(cwd: string, file?: string): Program[] {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, REST);
  const cache = `${cwd}-cache`;
  const env = { XDG_CACHE_HOME: cache };
  const forget = (): void => rmSync(cache, { recursive: true, force: true });
  const node = (name: string, rounds: number, words: readonly string[]): Program => ({
    name,
    file: process.execPath,
    words,
    cwd,
    rounds,
  });
  const check = node('check', 5, [COMMAND, 'check', file ?? '.']);
  const lint = path.join(path.dirname(peerPath('markdownlint-cli2')), 'markdownlint-cli2-bin.mjs');
  const rumdl = path.join(root, 'test', 'bench', 'node_modules', '@rumdl', 'cli-linux-x64', 'rumdl');
  return [
    node('node -e 0', 5, EMPTY),
    node('list and read', 5, READ),
    node('list and stat', 5, STAT),
    ...(file === undefined
      ? [
          { ...check, env, before: forget },
          { ...check, env, name: 'check again, nothing changed' },
        ]
      : [{ ...check, env }]),
    ...(existsSync(rumdl)
      ? [{ name: 'rumdl', file: rumdl, words: ['check', file ?? '.'], cwd, rounds: ROUNDS }]
      : []),
    node('markdownlint-cli2', 1, [lint, file ?? '**/*.md']),
  ];
}

async function main(given: string | undefined): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'design-docs-bench-'));
  const results = new Map<string, Measured>();
  const tables: Table[] = [];
  const add = (prefix: string, title: string, base: string, measured: Map<string, Measured>): void => {
    tables.push({ prefix, title, base });
    for (const [name, one] of measured) results.set(`${prefix}:${name}`, one);
    console.log(`measured: ${title}`);
  };
  try {
    const memory = path.join(scratch, 'memory');
    for (const [prefix, lines] of Object.entries(TEXTS)) {
      const file = path.join(scratch, `${prefix}.md`);
      writeFileSync(file, makeDocument({ lines }));
      const measured = measureTexts(Object.keys(candidates), file, ROUNDS);
      add(prefix, `A text of ${lines.toLocaleString('en')} lines`, 'block', measured);
    }
    const extension = extensionFiles(path.join(scratch, 'extension'));
    const nodes = { load: process.execPath, load24: (await prepareServerBuild()).node };
    for (const [prefix, node] of Object.entries(nodes)) {
      const title = `Loading the extension${prefix === 'load' ? '' : ', Node 24 with compile cache'}`;
      add(prefix, title, 'empty', measureLoading(node, extension, LOADINGS, path.join(scratch, prefix)));
    }
    add(
      'typing',
      'Edits of 10,000 lines in a real editor, until its diagnostics arrive',
      'prose, one constant diagnostic',
      measureTyping(scratch),
    );
    add(
      'longPlan',
      'Typing in a plan of 25,000 steps in a real editor: the ten longest pauses of the host, and its memory',
      'VS Code alone',
      measureLongPlan(scratch),
    );
    add(
      'ticking',
      'A box clicked in a real editor, until its row says so',
      'a tree that only refreshes',
      await measureTicks(scratch),
    );
    const folder = path.join(scratch, 'folder');
    writeFolder(folder, FILES);
    const title = `${FILES.toLocaleString('en')} files of 20 kB, whole processes`;
    add('folder', title, 'list and read', measurePrograms(programsOn(folder), memory));

    const repository = path.join(scratch, 'repository');
    writeRepository(repository);
    const searched = 'A repository of 50,000 files, 10,401 of them Markdown, whole processes';
    add('repository', searched, 'git ls-files and stat', measurePrograms(searchesOf(repository), memory));

    const single = path.join(scratch, 'single');
    const [file] = writeFolder(single, 1);
    const one = programsOn(single, file).map((program) => ({ ...program, rounds: 15 }));
    add('400', 'One document of 400 lines, whole processes', 'node -e 0', measurePrograms(one, memory));
    if (given !== undefined) {
      const programs = programsOn(path.resolve(given));
      add(
        'given',
        `The folder \`${path.basename(path.resolve(given))}\``,
        'list and read',
        measurePrograms(programs, memory),
      );
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  writeFileSync(path.join(root, PAGE), performancePage(results, rows, tables));
  console.log(`${PAGE} is written.`);
}

void main(process.argv[2]);
