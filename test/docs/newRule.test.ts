/** A generated rule works without changes: it compiles, is formatted, and its fixture passes. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../fixture';
import { newRule } from './newRule';

/** The files that rules and their test need. */
const NEEDED = [
  'src/core',
  'test/fixture.ts',
  'test/rules.test.ts',
  'test/rules',
  'media/templates',
  'tsconfig.json',
  '.biome.json',
];

describe('npm run new:rule', () => {
  let copy: string;

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'design-docs-rule-'));
    for (const file of NEEDED) cpSync(path.join(root, file), path.join(copy, file), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    const own = { extends: './tsconfig.json', include: ['test/rules.test.ts'] };
    writeFileSync(path.join(copy, 'own.json'), JSON.stringify(own));
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  function run(tool: string, ...words: string[]): string {
    const program = path.join(root, 'node_modules', '.bin', tool);
    const { stdout, stderr, status } = spawnSync(program, words, { cwd: copy, encoding: 'utf8' });
    assert.equal(status, 0, `${tool}: ${stdout}${stderr}`);
    return stdout;
  }

  it('refuses an invalid or taken name, and writes nothing', () => {
    const files = readdirSync(path.join(copy, 'src/core/rules'));
    for (const id of ['', 'goals', 'Goals-List', 'goals_list', 'goals-', '../goals-list']) {
      assert.throws(() => newRule(copy, id), /cannot be the name of a rule: expected two words/, id);
    }
    assert.throws(() => newRule(copy, 'broken-link'), /The name "broken-link" is taken: src\/core\/rules/);
    assert.deepEqual(readdirSync(path.join(copy, 'src/core/rules')), files);
  });

  it('writes a rule that compiles and is formatted, and a fixture that passes', () => {
    const files = newRule(copy, 'made-up-rule');
    assert.deepEqual(files, [
      'src/core/rules/made-up-rule.ts',
      'src/core/rules/index.ts',
      'test/rules/made-up-rule.md',
    ]);
    run('biome', 'check', '--error-on-warnings', 'src/core/rules');
    run('tsc', '--project', 'own.json');
    const report = run(
      'mocha',
      '--no-config',
      '--grep',
      'rules (have|made-up-rule)',
      'out/test/rules.test.js',
    );
    assert.match(report, /7 passing/);
  });
});
