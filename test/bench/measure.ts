/** Runs what is measured, in processes of their own and in turn, so that a busy machine slows all alike. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Milliseconds of many runs, and the peak memory in MB where it is known. */
export interface Measured {
  readonly median: number;
  readonly p99: number;
  readonly runs: number;
  readonly memory?: number;
}

/** A whole process: a program, its words, and the folder it runs in. */
export interface Program {
  readonly name: string;
  readonly file: string;
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is to be done before each run. */
  before?(): void;
  /** How often it runs; a slow peer once. */
  readonly rounds: number;
}

/** The times of each candidate on a file, over some rounds in turn. */
export function measureTexts(names: readonly string[], file: string, rounds: number): Map<string, Measured> {
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times.get(name)?.push(...printed('sample.js', [name, file]));
  }
  return new Map([...times].map(([name, own]) => [name, summary(own)]));
}

/** What loading some files costs, by the name of what they are; `node` is the Node that VS Code would run. */
export function measureLoading(
  node: string,
  loaded: Readonly<Record<string, readonly string[]>>,
  rounds: number,
  cache: string,
): Map<string, Measured> {
  const times = new Map<string, number[]>(Object.keys(loaded).map((name) => [name, []]));
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const run = (files: readonly string[]) => printed('loading.js', files, { node, env });
  // What is compiled is kept by the first run.
  for (const files of Object.values(loaded)) run(files);
  for (let round = 0; round < rounds; round++) {
    for (const [name, files] of Object.entries(loaded)) times.get(name)?.push(...run(files));
  }
  return new Map([...times].map(([name, own]) => [name, summary(own)]));
}

/** The times that a script beside this one prints. */
function printed(
  script: string,
  words: readonly string[],
  { node = process.execPath, env = process.env } = {},
): number[] {
  const run = [path.join(__dirname, script), ...words];
  const { stdout, stderr, status } = spawnSync(node, run, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`Measuring ${words.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as number[];
}

/** The times of whole processes, in turn; `scratch` is a file for the peak memory of those that run in Node. */
export function measurePrograms(programs: readonly Program[], scratch: string): Map<string, Measured> {
  const times = new Map<string, number[]>(programs.map(({ name }) => [name, []]));
  const memory = new Map<string, number>();
  const most = Math.max(...programs.map(({ rounds }) => rounds));
  for (let round = 0; round < most; round++) {
    for (const program of programs.filter(({ rounds }) => round < rounds)) {
      const run = runProgram(program, scratch);
      times.get(program.name)?.push(run.time);
      if (run.memory) memory.set(program.name, Math.max(run.memory, memory.get(program.name) ?? 0));
    }
  }
  return new Map(
    [...times].map(([name, own]) => {
      const peak = memory.get(name);
      return [name, { ...summary(own), ...(peak && { memory: peak }) }];
    }),
  );
}

function runProgram(
  { name, file, words, cwd, env: own, before }: Program,
  scratch: string,
): { time: number; memory?: number } {
  const inNode = file === process.execPath;
  const run = inNode ? ['--require', path.join(__dirname, 'memory.js'), ...words] : words;
  before?.();
  const start = process.hrtime.bigint();
  const env = { ...process.env, ...own, BENCH_MEMORY: scratch };
  const { error, signal } = spawnSync(file, run, { cwd, env, stdio: 'ignore' });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || signal) throw new Error(`Running ${name} failed: ${error?.message ?? signal}`);
  return inNode ? { time, memory: Number(readFileSync(scratch, 'utf8')) / 1024 } : { time };
}

/** What many times come to. */
export function summary(times: readonly number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), p99: at(0.99), runs: sorted.length };
}
