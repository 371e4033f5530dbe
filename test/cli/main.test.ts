import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { Socket } from 'node:net';
import * as path from 'node:path';
import { bundle, ENVIRONMENT, folderWith, run } from './program';
import { FLAWED, TEMPLATE } from './texts';

/** Loaded before the program: says so on the error output when a pipe takes no more. */
const SAY_FULL = `const fs = require('node:fs');
const { writeSync } = fs;
fs.writeSync = (...words) => {
  try {
    return writeSync(...words);
  } catch (error) {
    if (error.code === 'EAGAIN') writeSync(2, 'full\\n');
    throw error;
  }
};
require('node:module').syncBuiltinESMExports();
`;
const COMMANDS = [
  'check',
  'fix',
  'new',
  'list',
  'plan',
  'next',
  'start',
  'tick',
  'ready',
  'comments',
  'comment',
  'reply',
  'resolve',
  'template',
  'mcp',
  'lsp',
];

describe('command line', () => {
  const folder = folderWith({});

  it('shows every command in its help', () => {
    for (const words of [['--help'], ['-h'], ['help']]) {
      const { status, stdout } = run(folder, ...words);
      assert.equal(status, 0);
      for (const name of COMMANDS) assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
    }
  });

  it('shows what one command takes', () => {
    for (const words of [
      ['help', 'fix'],
      ['fix', '--help'],
      ['fix', 'x', '-h'],
    ]) {
      const { status, stdout } = run(folder, ...words);
      assert.equal(status, 0);
      assert.match(stdout, /^Usage: design-docs fix \[PATH…\] \[--rule ID…\] \[--scaffold\] \[--dry-run\]/);
    }
  });

  it('shows help as an error where nothing is asked for', () => {
    const { status, stdout, stderr } = run(folder);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^Usage: design-docs COMMAND/m);
  });

  it('shows the version of the package', () => {
    const manifest = path.resolve(__dirname, '..', '..', '..', 'package.json');
    const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    assert.equal(run(folder, '--version').stdout, `${version}\n`);
  });

  it('says what is wrong with the arguments and what would be right', () => {
    for (const [words, message] of [
      [['chekc'], /There is no command "chekc"\. Did you mean "check"\?/],
      [
        ['frobnicate'],
        /The commands are: check, fix, new, list, index, renumber, init, plan, adopt, next, start, tick, ready, comments, comment, reply, resolve, diff, finalize, template, upgrade, mcp, lsp\./,
      ],
      [['help', 'frobnicate'], /There is no command "frobnicate"/],
      [['check', '--formt', 'json'], /"check" has no option --formt\. Did you mean --format\?/],
      [['plan', 'x', '--zzzzzz'], /"plan" has no option --zzzzzz\. It takes --format, --template\./],
      [['check', '-f'], /"check" has no option -f/],
      [['list', '--format', 'xml'], /--format cannot be "xml"\. It can be: text, json\./],
      [['list', '--format'], /--format needs a value: --format=text or json\./],
      [['check', '--template', '--format=json'], /--template needs a value/],
      [['fix', '--dry-run=yes'], /--dry-run takes no value/],
      [['plan'], /"plan" takes FILE\. Got none\./],
      [['plan', 'a', 'b'], /"plan" takes FILE\. Got 2: a, b\./],
    ] as const) {
      const { status, stdout, stderr } = run(folder, ...words);
      assert.deepEqual([status, stdout], [2, ''], words.join(' '));
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /^\s+at /m);
    }
  });

  it('takes what follows -- as it is', () => {
    const { status, stderr } = run(folder, 'check', '--', '--help');
    assert.equal(status, 2);
    assert.match(stderr, /There is no file or folder "--help"/);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const documents = Array.from({ length: 1500 }, (_, index) => [`rfcs/${1000 + index}.md`, FLAWED]);
    const place = folderWith({ 'rfcs/template.md': TEMPLATE, ...Object.fromEntries(documents) });
    const child = spawn(process.execPath, [bundle(), 'check'], { cwd: place, env: ENVIRONMENT });
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += String(data);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = await once(child, 'close');
    assert.equal(status, 1, errors);
    assert.doesNotMatch(errors, /EPIPE|^\s+at /m);
  });

  it('writes all of a result to a pipe that does not wait for its reader', async () => {
    const documents = Array.from({ length: 700 }, (_, index) => [`rfcs/${1000 + index}.md`, FLAWED]);
    const place = folderWith({ 'rfcs/template.md': TEMPLATE, ...Object.fromEntries(documents) });
    const hook = path.join(folderWith({ 'hook.cjs': SAY_FULL }), 'hook.cjs');
    const { stdout } = run(place, 'check');
    const pipe = path.join(place, 'pipe');
    spawnSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const { O_RDONLY, O_WRONLY, O_NONBLOCK } = fs.constants;
    const reading = fs.openSync(pipe, O_RDONLY | O_NONBLOCK);
    const writing = fs.openSync(pipe, O_WRONLY | O_NONBLOCK);
    // The shell hands on the pipe as it is; Node would make it one that waits.
    const words = ['-c', '"$0" "$@" >&3', process.execPath, '--require', hook, bundle(), 'check'];
    const child = spawn('sh', words, {
      cwd: place,
      env: ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe', writing],
    });
    fs.closeSync(writing);
    assert.equal(String((await once(child.stderr ?? assert.fail(), 'data'))[0]).slice(0, 5), 'full\n');
    const written: Buffer[] = [];
    const reader = new Socket({ fd: reading, readable: true });
    reader.on('data', (data) => written.push(data));
    await Promise.all([once(child, 'close'), once(reader, 'end')]);
    assert.ok(stdout.length > 1 << 17);
    assert.equal(String(Buffer.concat(written)), stdout);
  });
});
