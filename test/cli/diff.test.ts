import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { unifiedDiff } from '../../src/cli/diff';
import { fixText } from '../../src/core/fix/fixText';
import type { Case } from '../fixture';
import { fixtureFolder, readCases } from '../fixture';
import { ENVIRONMENT, folderWith, textOf } from './program';

/** The same document as other tools save it. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  crlf: (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  open: (text) => text.replace(/\n$/, ''),
};

/** The cases of all rules, each with the rule. */
function fixtures(): [string, Case][] {
  const names = readdirSync(fixtureFolder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.flatMap((name) =>
    readCases(`test/rules/${name}`).map((one): [string, Case] => [name.slice(0, -3), one]),
  );
}

describe('unified diff', () => {
  const lines = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);

  it('is empty for equal texts', () => {
    assert.equal(unifiedDiff('a.md', 'x\n', 'x\n'), '');
  });

  it('shows far changes in hunks of their own and near ones in one', () => {
    const before = `${lines(1, 30).join('\n')}\n`;
    const after = before.replace('\n5\n', '\nfive\n').replace('\n8\n', '\n8\nnew\n').replace('\n25\n', '\n');
    const diff = unifiedDiff('a.md', before, after).split('\n');
    assert.deepEqual(
      diff.filter((line) => line.startsWith('@@')),
      ['@@ -2,10 +2,11 @@', '@@ -22,7 +23,6 @@'],
    );
    assert.deepEqual(
      diff.filter((line) => /^[-+]\w/.test(line)),
      ['-5', '+five', '+new', '-25'],
    );
  });

  it('marks a missing line ending at the end, and counts lines of empty texts from 0', () => {
    assert.deepEqual(unifiedDiff('a.md', '', 'x').split('\n').slice(2), [
      '@@ -0,0 +1,1 @@',
      '+x',
      '\\ No newline at end of file',
    ]);
  });

  it('is a patch that git applies, for all fixtures, as any tool saves them', function () {
    const before = new Map<string, string>();
    const after = new Map<string, string>();
    for (const [id, one] of fixtures()) {
      for (const [name, save] of Object.entries(VARIANTS)) {
        const { text } = fixText(save(one.document), one.environment, {
          applicability: ['safe', 'scaffold'],
        });
        if (text === save(one.document)) continue;
        before.set(`${id} ${one.line} ${name}.md`, save(one.document));
        after.set(`${id} ${one.line} ${name}.md`, text);
      }
    }
    before.set('replaced.md', lines(1, 3000).join('\n'));
    after.set('replaced.md', lines(4000, 7000).join('\n'));
    assert.ok(after.size > 100);
    const folder = folderWith(Object.fromEntries(before));
    const patch = [...after].map(([name, text]) => unifiedDiff(name, before.get(name) ?? '', text));
    const options = {
      cwd: folder,
      input: `${patch.join('\n')}\n`,
      encoding: 'utf8',
      env: ENVIRONMENT,
    } as const;
    const apply = spawnSync('git', ['apply', '--whitespace=nowarn'], options);
    if (apply.error) this.skip();
    assert.equal(apply.stderr, '');
    for (const [name, text] of after) assert.equal(textOf(folder, name), text, name);
  });

  it('takes no long time for two long texts without a common line', () => {
    const [old, now] = [lines(1, 20_000), lines(30_001, 50_000)].map((all) => `${all.join('\n')}\n`);
    const diff = unifiedDiff('a.md', old ?? '', now ?? '').split('\n');
    assert.deepEqual([diff.length, diff[2]], [40_003, '@@ -1,20000 +1,20000 @@']);
  });

  it('quotes names as git does, which reads every one of them', function () {
    if (process.platform === 'win32') this.skip();
    const names = [
      'a b.md',
      'ü.md',
      'a\nb.md',
      'a\tb.md',
      'a"b.md',
      'a\\b.md',
      '\u0001\u007f\u0007.md',
      'a 2026-01-02.md',
      "'.md",
      '\u0085.md',
    ];
    const before = `${lines(1, 9).join('\n')}\n`;
    const after = before.replace('5', 'five');
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, before])));
    const diffs = names.map((name) => `${unifiedDiff(name, before, after)}\n`);
    for (const diff of diffs) assert.match(diff, /^--- [^\n]*\n\+\+\+ [^\n]*\n@@ /);
    const apply = spawnSync('git', ['apply'], { cwd: folder, input: diffs.join(''), encoding: 'utf8' });
    if (apply.error) this.skip();
    assert.equal(apply.stderr, '');
    for (const name of names) assert.equal(textOf(folder, name), after, name);
  });
});
