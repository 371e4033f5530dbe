/** Every rule against its fixture: its findings, the text after its fixes, and that fixing is idempotent. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Analysis, Environment } from '../src/core/analysis/analyze';
import { analyze } from '../src/core/analysis/analyze';
import type { Finding } from '../src/core/analysis/check';
import type { Fix } from '../src/core/edits/problem';
import { fixText } from '../src/core/fix/fixText';
import { offeredFixes } from '../src/core/fix/proof';
import { rules } from '../src/core/rules/index';
import { applyEdits } from '../src/core/text/text';
import type { Case } from './fixture';
import { drawn, fixtureFolder, readCases } from './fixture';

/** The same document as other tools save it. */
const VARIANTS: readonly { name: string; save(text: string): string }[] = [
  { name: 'as it is', save: (text) => text },
  { name: 'with CRLF and a byte order mark', save: (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}` },
  { name: 'without a final line ending', save: (text) => text.replace(/\n$/, '') },
];

const ids = rules.map((rule) => rule.id);
const fixtures = readdirSync(fixtureFolder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.replace(/\.md$/, ''));

describe('rules', () => {
  it('have a fixture each, and each fixture has a rule', () => {
    const missing = ids.filter((id) => !fixtures.includes(id));
    const strange = fixtures.filter((id) => !ids.includes(id));
    const advice = missing.map((id) => `write test/rules/${id}.md (test/rules/README.md shows how)`);
    advice.push(...strange.map((id) => `test/rules/${id}.md names no rule in src/core/rules/index.ts`));
    assert.deepEqual(advice, []);
  });

  for (const id of fixtures.filter((name) => ids.includes(name))) {
    describe(id, () => {
      for (const one of readCases(`test/rules/${id}.md`)) {
        for (const { name, save } of VARIANTS) {
          it(`${one.name} (${name})`, () => checkCase(id, one, save));
        }
      }
    });
  }
});

function checkCase(rule: string, one: Case, save: (text: string) => string): void {
  const { environment } = one;
  const where = `test/rules/${rule}.md:${one.line}`;
  const text = save(one.document);
  const analysis = analyze(text, environment);
  assert.equal(analysis.bound === undefined, one.unbound, `${where}: which template the document fits`);
  const own = findingsOf(rule, analysis);
  const shown = one.all ? analysis.findings : own;
  assert.equal(drawn(one.document, shown, one.annotated), one.annotated, `${where}: the findings`);

  const fixed = fixText(text, environment, { rules: [rule], applicability: ['safe', 'scaffold'] }).text;
  assert.equal(fixed, save(one.fixed), `${where}: the text after fixing`);
  assert.equal(
    fixText(fixed, environment, { rules: [rule], applicability: ['safe', 'scaffold'] }).text,
    fixed,
    `${where}: fixing is not idempotent`,
  );

  for (const finding of own) {
    for (const fix of finding.fixes ?? []) {
      if (offeredFixes(analysis, finding).includes(fix))
        checkRemoves(rule, text, environment, own, finding, fix);
    }
  }
  for (const { title, text: expected } of one.choices) {
    const choice = own.flatMap(({ fixes = [] }) => fixes).find((fix) => String(fix.title) === title);
    assert.ok(choice, `${where}: no choice "${title}"`);
    assert.equal(applyEdits(text, choice.edits), save(expected), `${where}: the text after "${title}"`);
  }
}

/** Asserts that a fix alone removes its finding and adds no other finding of the rule. */
function checkRemoves(
  rule: string,
  text: string,
  environment: Environment,
  before: readonly Finding[],
  { message }: Finding,
  fix: Fix,
): void {
  const after = findingsOf(rule, analyze(applyEdits(text, fix.edits), environment));
  const details = `"${fix.title}" leaves ${JSON.stringify(after.map((finding) => finding.message))}`;
  const alike = (findings: readonly Finding[]): number =>
    findings.filter((finding) => unnumbered(finding.message) === unnumbered(message)).length;
  assert.ok(alike(after) < alike(before), details);
  // Inserted template text is still unwritten, for which the rule may have another finding.
  if (fix.applicability !== 'scaffold') assert.ok(after.length < before.length, details);
}

/** The message with its line numbers replaced: they shift when text is inserted above. */
function unnumbered(message: string): string {
  return message.replace(/\bline \d+/g, 'line N');
}

function findingsOf(rule: string, { findings }: Analysis): Finding[] {
  return findings.filter((finding) => finding.rule === rule);
}
