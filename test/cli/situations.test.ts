/** Each command in each situation: its exit status, and on which stream it says something. */

import assert from 'node:assert/strict';
import type { SpawnSyncReturns } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { bundle, ENVIRONMENT, folderWith, textOf } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

/** The exit status, and the streams with output: `o` standard output, `e` standard error. */
type Outcome = `${0 | 1 | 2}${'' | 'o' | 'e' | 'oe'}`;

type Files = Readonly<Record<string, string>>;

const TASKS = '# Implementation Plan\n\n- [x] 1. Saw\n- [ ] 2. Show\n  - [ ] 2.1 Draw\n';
const UNPLANNED = CLEAN.replace(/(?<=## Steps Ahead\n\n)[^#]*/, '- [ ] Milestone 1: <milestone>\n\n');
const INDEX =
  '# RFCs\n\n| Title | Status |\n| --- | --- |\n| [Lock gates](0001-lock.md) | In Progress |\n| [Flaw](2.md) | In Progress |\n';
const HIT: Files = {
  'rfcs/template.md': TEMPLATE,
  'rfcs/0001-lock.md': CLEAN,
  'rfcs/2.md': FLAWED,
  'rfcs/3.md': UNPLANNED,
  'rfcs/README.md': INDEX,
  '.kiro/specs/locks/tasks.md': TASKS,
};

/** The commands, in folders with findings, in one with none of what they name, and in one that takes no file. */
const TABLE: readonly (readonly [words: string, hit: Outcome, empty: Outcome, readOnly: Outcome])[] = [
  ['check', '1oe', '0e', '1oe'],
  ['check rfcs/0001-lock.md', '0e', '2e', '0e'],
  ['check --format json', '1o', '0oe', '1o'],
  ['check --baseline b.json --update-baseline', '0e', '0e', '2e'],
  ['check --formt text', '2e', '2e', '2e'],
  ['fix --dry-run', '1oe', '0e', '1oe'],
  ['fix', '1oe', '0e', '2oe'],
  ['fix rfcs/0001-lock.md', '0e', '2e', '0e'],
  ['new Tides', '0o', '2e', '2e'],
  ['list', '0o', '0e', '0o'],
  ['index', '1o', '0e', '1o'],
  ['index --write', '0o', '0e', '2e'],
  ['renumber rfcs/0001-lock.md 9', '0o', '2e', '2e'],
  ['init', '0oe', '0e', '2oe'],
  ['plan rfcs/0001-lock.md', '0o', '2e', '0o'],
  ['adopt rfcs/3.md .kiro/specs/locks/tasks.md', '0oe', '2e', '2e'],
  ['next', '0o', '0e', '0o'],
  ['start rfcs/3.md 1 --step One', '0oe', '2e', '2e'],
  ['tick rfcs/0001-lock.md 18', '0oe', '2e', '2e'],
  ['ready rfcs/0001-lock.md', '0e', '2e', '0e'],
  ['ready rfcs/2.md', '1oe', '2e', '1oe'],
  ['comments', '0e', '0e', '0e'],
  ['comment rfcs/0001-lock.md 3 Why?', '0o', '2e', '2e'],
  ['reply rfcs/0001-lock.md 012345 So.', '2e', '2e', '2e'],
  ['resolve rfcs/0001-lock.md 012345', '2e', '2e', '2e'],
  ['diff', '2e', '2e', '2e'],
  ['finalize rfcs/2.md', '1oe', '2e', '1oe'],
  ['template rfcs/template.md', '0o', '2e', '0o'],
  ['upgrade', '2e', '2e', '2e'],
  ['mcp', '0', '0', '0'],
  ['help', '0o', '0o', '0o'],
];

/** Runs the program where nothing on standard input is to be read. */
function start(cwd: string, words: readonly string[], options: object = {}): SpawnSyncReturns<string> {
  const given = { cwd, encoding: 'utf8', env: ENVIRONMENT, input: '', ...options } as const;
  return spawnSync(process.execPath, [bundle(), ...words], given);
}

function outcomeOf({ status, stdout, stderr }: SpawnSyncReturns<string>): string {
  return `${status}${stdout === '' ? '' : 'o'}${stderr === '' ? '' : 'e'}`;
}

/** The texts of all files in a folder. */
function texts(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, textOf(folder, name)]));
}

describe('the exit status and the streams', () => {
  function holds(words: string, folder: string, expected: Outcome, options?: object): void {
    const done = start(folder, words.split(' '), options);
    assert.equal(outcomeOf(done), expected, `${words}\n${done.stdout}${done.stderr}`);
    assert.doesNotMatch(done.stderr, /This is a bug|^\s+at /m, words);
  }

  it('in a folder with findings', () => {
    for (const [words, hit] of TABLE) holds(words, folderWith(HIT), hit);
  });

  it('in an empty folder, of which no command makes more than it says', () => {
    for (const [words, , empty] of TABLE) {
      const folder = folderWith({});
      holds(words, folder, empty);
      const made = fs.readdirSync(folder);
      assert.deepEqual(
        made,
        words.includes('--dir') ? ['rfcs'] : words.includes('--update') ? ['b.json'] : [],
      );
    }
  });

  it('in a folder that takes no file, which stays as it is', function () {
    // A coverage report could not be written, and Node would say so.
    const env = { ...ENVIRONMENT, NODE_V8_COVERAGE: '' };
    const asNobody = { env, ...(process.getuid?.() === 0 && { uid: 65_534, gid: 65_534 }) };
    const folder = folderWith(HIT);
    // The other user may have no right to read the program, and files on Windows have no such modes.
    if (process.platform === 'win32' || start(folder, ['--version'], asNobody).status !== 0) this.skip();
    const entries = fs.readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
    for (const entry of entries)
      fs.chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
    fs.chmodSync(folder, 0o555);
    try {
      for (const [words, , , readOnly] of TABLE) holds(words, folder, readOnly, asNobody);
      assert.deepEqual(texts(folder), HIT);
    } finally {
      for (const entry of entries)
        if (entry.isDirectory()) fs.chmodSync(path.join(entry.parentPath, entry.name), 0o755);
      fs.chmodSync(folder, 0o755);
    }
  });
});

describe('a command changes nothing by', () => {
  const CHANGING = [
    'fix',
    'new Tides',
    'index --write',
    'init',
    'renumber',
    'adopt',
    'start',
    'tick',
    'comment',
    'reply',
    'resolve',
  ];
  const READING = ['check', 'check --format json', 'fix --dry-run', 'list', 'next'];
  const compared = TABLE.flatMap(([words]) =>
    READING.includes(words) || CHANGING.some((start) => `${words} `.startsWith(`${start} `)) ? [words] : [],
  );
  interface Done {
    readonly done: SpawnSyncReturns<string>;
    readonly files: Files;
  }
  const done = (files: Files, words: readonly string[], options = {}): Done => {
    const folder = folderWith(files);
    return { done: start(folder, words, options), files: texts(folder) };
  };
  /** What each command does in the plain folder. */
  const expected = new Map<string, Done>();
  before(() => {
    for (const words of compared) expected.set(words, done(HIT, words.split(' ')));
  });

  /** Compares output, exit status and written files with those of the plain folder. `as` undoes the difference. */
  function same(
    files: Files,
    as: (text: string) => string,
    {
      words: changed = (word: string) => word,
      options = {},
      asFile = (text: string, _name: string) => as(text),
    } = {},
  ): void {
    for (const words of compared) {
      const plain = expected.get(words) ?? assert.fail();
      const now = done(files, words.split(' ').map(changed), options);
      // The version of a text with other line endings is another one, and columns are as wide as paths.
      const shown = (text: string): string =>
        as(text)
          .replace(/--version [0-9a-f]+/g, '--version V')
          .replace(/(?<=\.md) +/g, ' ');
      for (const stream of ['stdout', 'stderr'] as const)
        assert.equal(shown(now.done[stream]), shown(plain.done[stream]), `${words}: ${stream}`);
      assert.equal(now.done.status, plain.done.status, words);
      const made = Object.entries(now.files).map(([name, text]) => [as(name), asFile(text, name)]);
      assert.deepEqual(Object.fromEntries(made), plain.files, words);
    }
  }

  it('CRLF: every line of a document that is written has it', () => {
    const files = Object.fromEntries(
      Object.entries(HIT).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
    );
    same(files, (text) => text.replaceAll('\r\n', '\n'), {
      asFile: (text, name) => (name.endsWith('.md') ? text.replace(/\r?\n/g, (end) => end.slice(1)) : text),
    });
  });

  it('a path with spaces and letters of other scripts', () => {
    const odd = 'Entwürfe & 提案/böse';
    const files = Object.fromEntries(
      Object.entries(HIT).map(([name, text]) => [name.replace(/^rfcs/, odd), text]),
    );
    const as = (text: string): string =>
      text
        .replaceAll(`'${odd}/0001-lock.md'`, 'rfcs/0001-lock.md')
        .replaceAll(odd, 'rfcs')
        // A tab ends the name of a file with spaces in a diff.
        .replaceAll('.md\t\n', '.md\n');
    same(files, as, { words: (word) => word.replace(/^rfcs/, odd) });
  });

  it('the lack of git', () => {
    same(HIT, (text) => text, { options: { env: { ...ENVIRONMENT, PATH: path.dirname(process.execPath) } } });
  });
});

describe('a command on another folder', () => {
  const WORDS = ['check', 'fix', 'plan', 'next', 'tick', 'ready', 'renumber'] as const;

  it('works on its documents by their own templates, with their paths from here', () => {
    for (const name of WORDS) {
      const folder = folderWith({
        'here/.git/HEAD': '',
        'here/rfcs/template.md': TEMPLATE.replace('## Problem', '## Kettle'),
        'there/.git/HEAD': '',
        'there/rfcs/template.md': TEMPLATE,
        'there/rfcs/0001-lock.md': CLEAN,
      });
      const line = name === 'tick' ? ['18'] : [];
      const { status, stdout, stderr } = start(path.join(folder, 'here'), [
        name,
        '../there/rfcs/0001-lock.md',
        ...line,
      ]);
      const expected = name === 'renumber' ? 2 : 0;
      assert.equal(status, expected, `${name}: ${stdout}${stderr}`);
      if (name !== 'check' && name !== 'fix')
        assert.match(stdout + stderr, /\.\.\/there\/rfcs\/0001-lock\.md/, name);
    }
  });
});
