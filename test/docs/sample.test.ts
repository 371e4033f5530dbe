/** The sample shows what the extension does: findings with fixes, a plan under way, and a doc that has shipped. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Analysis } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { readTemplates } from '../../src/core/template/templateSet';
import { readRepo, root } from '../fixture';

const FOLDER = 'media/sample';
const bundled = readdirSync(path.join(root, 'media/templates')).map((name) => {
  return { path: name, text: readRepo(`media/templates/${name}`), bundled: true };
});
const templates = readTemplates(bundled).map(({ template }) => template);

function analysisOf(name: string): Analysis {
  return analyze(readRepo(`${FOLDER}/${name}`), { templates, today: '2026-06-01', author: 'Ida Holm' });
}

describe('the sample', () => {
  it('consists of the docs that Try on a Sample copies', () => {
    const code = readRepo('src/vscode/commands/start/trySample.ts');
    const names = [...code.matchAll(/'([\w-]+\.md)'/g)].map(([, name]) => name);
    assert.deepEqual(names, readdirSync(path.join(root, FOLDER)).sort());
  });

  it('has a draft with a finding of each kind, of which some can be fixed, and a next step', () => {
    const { findings, next } = analysisOf('0002-flood-alerts.md');
    const warnings = findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule);
    assert.deepEqual(warnings, ['missing-section', 'empty-section', 'leftover-placeholder']);
    assert.equal(next?.action, 'do');
  });

  it('has a doc that has shipped, without findings', () => {
    const { findings, next } = analysisOf('0001-tide-tables.md');
    assert.deepEqual(findings, []);
    assert.equal(next, undefined);
  });
});
