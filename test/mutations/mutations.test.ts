/** Each mutation of a clean document gives exactly one finding, of the right rule, on the right line. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Analysis, Environment } from '../../src/core/analysis/analyze';
import { analyze, analyzeDocument } from '../../src/core/analysis/analyze';
import type { Finding } from '../../src/core/analysis/check';
import { isExpected, saysTemplate } from '../../src/core/config/scope';
import { updateDocument } from '../../src/core/incremental/update';
import type { TemplateSource } from '../../src/core/template/templateSet';
import { readTemplates, templatesFor } from '../../src/core/template/templateSet';
import { applyEdits, changeBetween } from '../../src/core/text/text';
import { root } from '../fixture';
import type { Mutant } from './mutations';
import { mutantsOf } from './mutations';

const BUNDLED = path.join(root, 'media', 'templates');
/** Folders whose clean documents are mutated: the project's own, and a corpus if there is one. */
const FOLDERS = [
  path.join(root, 'docs'),
  path.join(root, 'test', 'workspace'),
  process.env.DESIGN_DOCS_CORPUS ?? path.join(root, '..', 'shared', 'corpus'),
];

/** The project's own designs are implemented. Under way, they are checked by every rule. */
const IMPLEMENTED = /^(\*\*Status:\*\* )Implemented$/m;

for (const folder of FOLDERS) {
  if (folder === undefined || !existsSync(folder)) continue;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const templates = readTemplates([
    ...files.filter((file) => saysTemplate(file) === 'certain').map((file) => fileOf(folder, file, false)),
    ...readdirSync(BUNDLED).map((file) => fileOf(BUNDLED, file, true)),
  ]);
  for (const file of files.filter((name) => isExpected(name))) {
    describeDocument(path.join(path.basename(folder), file), path.join(folder, file), templates);
  }
}

function fileOf(
  folder: string,
  file: string,
  bundled: boolean,
): { path: string; text: string; bundled: boolean } {
  return { path: file, text: readFileSync(path.join(folder, file), 'utf8'), bundled };
}

function describeDocument(name: string, file: string, sources: readonly TemplateSource[]): void {
  const text = readFileSync(file, 'utf8').replace(IMPLEMENTED, '$1In Progress');
  const environment: Environment = {
    templates: templatesFor(sources, file).map(({ template }) => template),
    today: '2026-11-22',
  };
  const before = analyze(text, environment);
  const { document, plan, bound, findings } = before;
  const inFlight = bound?.stage === 'draft' || bound?.stage === 'progress';
  if (!bound || !inFlight || findings.some(({ severity }) => severity !== 'hint')) return;
  describe(`mutations of ${name}`, () => {
    const lines = document.lines.map((line) => line.text);
    // A document that has only just enough of a template's headings is no longer recognized with one less.
    const same = { ...environment, template: bound.template };
    for (const mutant of mutantsOf({ document, outline: bound.outline, plan, lines })) {
      it(mutant.name, () => checkMutant(mutant, text, before, same));
    }
  });
}

function checkMutant(mutant: Mutant, original: string, before: Analysis, environment: Environment): void {
  const text = mutant.lines.join('\n');
  const analysis = analyze(text, environment);
  const news = added(before.findings, analysis.findings);
  // An incremental update to the mutant has the same findings.
  const edit = changeBetween(original, text);
  const updated = analyzeDocument(updateDocument(before.document, edit ? [edit] : []), environment);
  assert.deepEqual(updated.findings, analysis.findings);
  assert.deepEqual(
    news.map(({ rule }) => rule),
    [mutant.rule],
  );
  const [finding] = news;
  if (!finding) return;
  if (mutant.line !== undefined) assert.equal(finding.range.start.line, mutant.line);
  const mended = (finding.fixes ?? []).map(({ edits }) => applyEdits(text, edits));
  if (mutant.mended === 'original') assert.ok(mended.includes(original), 'one fix restores the original');
  if (mutant.mended === 'silent') {
    const after = analyze(mended[0] ?? text, environment).findings;
    assert.ok(
      !added(before.findings, after).some((left) => keyOf(left) === keyOf(finding)),
      'the fix removes the finding',
    );
  }
  if (mutant.mended === 'never') assert.deepEqual(finding.fixes ?? [], []);
}

/** The new findings. They are compared without line numbers, which shift. */
function added(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = before.map(keyOf);
  return after.filter((finding) => {
    const at = known.indexOf(keyOf(finding));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

function keyOf({ rule, severity, message }: Finding): string {
  return `${rule} ${severity} ${message.replace(/\d+/g, '')}`;
}
