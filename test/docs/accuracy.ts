/**
 * `npm run accuracy -- DIR`: counts the findings in a folder of documents, before and after fixing. It writes the counts
 * to docs/accuracy.md and works on a copy of the folder.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rules } from '../../src/core/rules/index';
import { root } from '../fixture';

interface Report {
  readonly documents: readonly {
    readonly path: string;
    readonly template: string | null;
    readonly stage: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly fixable: boolean;
    }[];
  }[];
}

const PAGE = 'docs/accuracy.md';
const COMMAND = path.join(root, 'dist', 'cli.js');
const [given] = process.argv.slice(2);

if (given === undefined) {
  console.error('Name a folder of design docs: npm run accuracy -- DIR');
  process.exitCode = 2;
} else {
  writeFileSync(path.join(root, PAGE), pageFor(path.resolve(given)));
  console.log(`Wrote ${PAGE}.`);
}

function pageFor(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const copy = mkdtempSync(path.join(tmpdir(), 'design-docs-accuracy-'));
  try {
    const work = path.join(copy, path.basename(folder));
    cpSync(folder, work, { recursive: true });
    const before = check(work);
    run(work, 'fix', '.');
    return page(files.length, path.basename(folder), before, check(work));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function check(folder: string): Report {
  return JSON.parse(run(folder, 'check', '--format', 'json', '.')) as Report;
}

function run(folder: string, ...words: string[]): string {
  const { stdout, status, stderr } = spawnSync(process.execPath, [COMMAND, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === 2) throw new Error(stderr);
  return stdout;
}

function page(files: number, name: string, before: Report, after: Report): string {
  const all = before.documents.flatMap(({ findings }) => findings);
  const left = after.documents.flatMap(({ findings }) => findings);
  const rows = rules.map(({ id }) => {
    const own = all.filter(({ rule }) => rule === id);
    const fixable = own.filter((finding) => finding.fixable).length;
    const open = left.filter(({ rule, fixable: still }) => rule === id && still).length;
    const of = (severity: string): number => own.filter((finding) => finding.severity === severity).length;
    return `| ${id} | ${of('warning')} | ${of('information')} | ${of('hint')} | ${fixable} | ${fixable - open} |`;
  });
  const stages = new Map<string, number>();
  for (const { stage } of before.documents) stages.set(stage, (stages.get(stage) ?? 0) + 1);
  return [
    '# Accuracy',
    '<!-- Written by `npm run accuracy -- DIR`. -->',
    `Of the ${files} Markdown files in \`${name}\`, ${before.documents.length} follow a template and are in scope, ` +
      `${before.documents.filter(({ findings }) => findings.length === 0).length} of them without findings.`,
    [
      '| stage | documents |',
      '| --- | --- |',
      ...[...stages].map(([stage, count]) => `| ${stage} | ${count} |`),
    ].join('\n'),
    [
      '| rule | warnings | information | hints | fixable | fixed |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    `After fixing, ${left.filter(({ fixable }) => fixable).length} fixable findings are left.`,
  ]
    .join('\n\n')
    .concat('\n');
}
