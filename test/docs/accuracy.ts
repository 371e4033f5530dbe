/**
 * `npm run accuracy -- DIR`: checks the design docs of several teams without any configuration, and writes the counts to
 * docs/accuracy.md. Each folder in DIR is the copy of a team's repository. If it has a file `.paths`, this lists the
 * repository's other files, which are created empty, so that links to them are not broken.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rules } from '../../src/core/rules/index';
import { root } from '../fixture';

interface CheckedDocument {
  readonly path: string;
  readonly templatePath: string | null;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly fixable: boolean;
  }[];
}

/** The findings in the documents of a team. */
interface TeamReport {
  readonly name: string;
  readonly templates: readonly string[];
  /** While a branch adds all documents. */
  readonly added: readonly CheckedDocument[];
  /** The same documents on the default branch. */
  readonly merged: readonly CheckedDocument[];
}

const PAGE = 'docs/accuracy.md';
const COMMAND = path.join(root, 'dist', 'cli.js');
const [given] = process.argv.slice(2);

if (given === undefined) {
  console.error('Name a folder with a folder for each team: npm run accuracy -- DIR');
  process.exitCode = 2;
} else {
  const folder = path.resolve(given);
  const teams = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const reports = teams.map(({ name }) => reportOn(name, path.join(folder, name)));
  writeFileSync(path.join(root, PAGE), page(reports));
  console.log(`Wrote ${PAGE}.`);
}

function reportOn(name: string, folder: string): TeamReport {
  const place = mkdtempSync(path.join(tmpdir(), 'design-docs-accuracy-'));
  try {
    cpSync(folder, place, { recursive: true });
    createOthers(place);
    const git = (...words: string[]): void => {
      const author = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false'];
      execFileSync('git', [...author, ...words], { cwd: place, stdio: 'ignore' });
    };
    git('init', '-q', '-b', 'main');
    git('commit', '-q', '--allow-empty', '-m', 'start');
    const added = check(place);
    git('add', '-A');
    git('commit', '-q', '-m', 'documents');
    const merged = check(place);
    const templates = [...new Set(added.flatMap(({ templatePath }) => templatePath ?? []))];
    return { name, templates, added, merged };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function createOthers(place: string): void {
  const list = path.join(place, '.paths');
  if (!existsSync(list)) return;
  for (const name of readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
    const file = path.join(place, name);
    if (existsSync(file)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
  rmSync(list);
}

function check(folder: string): readonly CheckedDocument[] {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [COMMAND, 'check', '--format', 'json', '--no-cache'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  if (status === 2) throw new Error(stderr);
  const report: { readonly documents: readonly CheckedDocument[] } = JSON.parse(stdout);
  return report.documents;
}

function page(reports: readonly TeamReport[]): string {
  const count = (documents: readonly CheckedDocument[], severity: string, rule?: string): number =>
    documents
      .flatMap(({ findings }) => findings)
      .filter((one) => one.severity === severity && (rule === undefined || one.rule === rule)).length;
  const clean = (documents: readonly CheckedDocument[]): number =>
    documents.filter(({ findings }) => findings.every(({ severity }) => severity !== 'warning')).length;
  const teams = reports.map(({ name, templates, added, merged }) => {
    const cells = [
      name.replace('+', '/'),
      templates.join(', '),
      added.length,
      count(added, 'warning'),
      clean(added),
    ];
    return `| ${[...cells, count(merged, 'warning'), clean(merged)].join(' | ')} |`;
  });
  const all = reports.flatMap(({ added }) => added);
  const kinds = rules.map(({ id }) => {
    const fixable = all
      .flatMap(({ findings }) => findings)
      .filter(({ rule, fixable: safe }) => rule === id && safe);
    const counts = ['warning', 'information', 'hint'].map((severity) => count(all, severity, id));
    return `| ${[id, ...counts, fixable.length].join(' | ')} |`;
  });
  return `${[
    '# Accuracy',
    '<!-- Written by `npm run accuracy -- DIR`. -->',
    'What a check says of the design docs of several teams, without any configuration: while a branch adds all documents, so ' +
      'that those without a status are in flight, and once they are on the default branch.',
    [
      '| team | template found | documents | warnings, added | documents without, added | warnings, merged | documents without, merged |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...teams,
    ].join('\n'),
    'The findings of each rule, while a branch adds the documents; a safe fix removes those that are fixable.',
    ['| rule | warnings | information | hints | fixable |', '| --- | --- | --- | --- | --- |', ...kinds].join(
      '\n',
    ),
  ].join('\n\n')}\n`;
}
