import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Log, Result } from 'sarif';
import manifest from '../../package.json';
import { rules } from '../../src/core/rules/index';
import { folderWith, run, runJson } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

const NAME = 'rfcs/0002 <schleuse> & "tür" #1%.md';
/** A warning twice with one message, one with signs that formats escape, and an information. */
const HOSTILE = `${CLEAN.replace('Ada', '<Your Name>')}
See [a](</&"x.md>), [b](no.md) and [c](no.md).
`;

const folder = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/0001-lock.md': CLEAN, [NAME]: HOSTILE });
const found = runJson<{
  documents: {
    path: string;
    findings: { rule: string; message: string; line: number; severity: string }[];
  }[];
}>(folder, 'check', '--format', 'json').documents;
const findings = found.flatMap((document) => document.findings);

function outputOf(format: string): string {
  const { status, stdout } = run(folder, 'check', '--format', format);
  assert.equal(status, 1);
  return stdout;
}

function resultsOf(stdout: string): Result[] {
  const log: Log = JSON.parse(stdout);
  return log.runs[0]?.results ?? [];
}

describe('the exit status of check', () => {
  // A hint only: the plan is done, and its milestone is open.
  const hint = CLEAN.replaceAll(/\[ \] Step/g, '[x] Step');
  const cases = [
    ['nothing', CLEAN, { hint: 0, information: 0, warning: 0, error: 0 }],
    ['a hint', hint, { hint: 1, information: 0, warning: 0, error: 0 }],
    ['warnings', FLAWED, { hint: 1, information: 1, warning: 1, error: 0 }],
  ] as const;
  for (const [name, text, expected] of cases) {
    it(`with ${name} follows --fail-on`, () => {
      const own = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/0001-lock.md': text });
      for (const [level, status] of Object.entries(expected))
        assert.equal(run(own, 'check', '--fail-on', level).status, status, level);
      assert.equal(run(own, 'check').status, expected.warning, 'the default is a warning');
    });
  }

  it('fails at an error that the configuration asks for', () => {
    const own = folderWith({
      'rfcs/template.md': TEMPLATE,
      'rfcs/0001-lock.md': FLAWED,
      '.design-docs.json': '{"rules":{"leftover-suffix":"error"}}',
    });
    assert.equal(run(own, 'check', '--fail-on', 'error').status, 1);
    const unknown = run(own, 'check', '--fail-on', 'fatal');
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /hint, information, warning/);
  });
});

describe('check --format', () => {
  it('has findings for each format', () => {
    assert.deepEqual(
      found.map((document) => [document.path, document.findings.length]),
      [
        ['rfcs/0001-lock.md', 0],
        [NAME, 4],
      ],
    );
  });

  it('github writes an annotation for each finding', () => {
    const lines = outputOf('github').trimEnd().split('\n');
    const place = 'file=rfcs/0002 <schleuse> & "tür" #1%25.md,line=4,title=header-field';
    assert.equal(lines.length, findings.length);
    assert.ok(lines[0]?.startsWith(`::warning ${place}::Header field "Author" `), lines[0]);
  });

  it('gitlab writes what Code Quality reads', () => {
    const issues: { fingerprint: string }[] = JSON.parse(outputOf('gitlab'));
    assert.deepEqual(
      issues.map(({ fingerprint, ...rest }) => rest),
      findings.map(({ rule, message, line }) => ({
        description: message,
        check_name: rule,
        severity: 'major',
        location: { path: NAME, lines: { begin: line, end: line } },
      })),
    );
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  });

  it('junit writes XML with a suite for each document', () => {
    const xml = outputOf('junit');
    assert.equal(XMLValidator.validate(xml), true);
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      processEntities: true,
      parseAttributeValue: false,
      isArray: (name) => name === 'testcase',
    });
    const [clean, hit] = parser.parse(xml).testsuites.testsuite;
    assert.deepEqual([clean.name, clean.tests, clean.failures], ['rfcs/0001-lock.md', '1', '0']);
    assert.deepEqual([hit.name, hit.tests, hit.failures], [NAME, '4', '4']);
    assert.deepEqual(
      hit.testcase.map((one: { failure: { message: string } }) => one.failure.message),
      findings.map(({ message }) => message),
    );
  });

  it('sarif names the rules, and each result with its place', () => {
    const log: Log = JSON.parse(outputOf('sarif'));
    const [only] = log.runs;
    const driver = only?.tool.driver;
    assert.deepEqual([log.version, log.runs.length, driver?.name], ['2.1.0', 1, 'design-docs']);
    assert.deepEqual(
      driver?.rules?.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    const results = only?.results ?? [];
    assert.deepEqual(
      results.map(({ ruleId, ruleIndex = -1, message, level }) => [
        ruleId,
        driver?.rules?.[ruleIndex]?.id,
        message.text,
        level,
      ]),
      findings.map(({ rule, message, severity }) => [rule, rule, message, severity]),
    );
    const { artifactLocation, region } = results[0]?.locations?.[0]?.physicalLocation ?? {};
    assert.equal(decodeURIComponent(artifactLocation?.uri ?? ''), NAME);
    assert.equal(new URL(artifactLocation?.uri ?? '', 'file:///repo/').hash, '');
    assert.equal(region?.startLine, findings[0]?.line);
  });

  it('sarif knows a finding again when lines above it are added', () => {
    const prints = (): unknown[] => resultsOf(outputOf('sarif')).map((result) => result.partialFingerprints);
    const before = prints();
    assert.equal(new Set(before.map((print) => JSON.stringify(print))).size, before.length);
    fs.writeFileSync(path.join(folder, NAME), HOSTILE.replace('- The lock', '- One.\n- The lock'));
    assert.deepEqual(prints(), before);
    fs.writeFileSync(path.join(folder, NAME), HOSTILE);
  });

  it('writes a whole file where nothing is found', () => {
    const none = folderWith({});
    assert.deepEqual(JSON.parse(run(none, 'check', '--format', 'gitlab').stdout), []);
    assert.deepEqual(resultsOf(run(none, 'check', '--format', 'sarif').stdout), []);
    assert.equal(XMLValidator.validate(run(none, 'check', '--format', 'junit').stdout), true);
  });
});

describe('the problem matcher of the extension', () => {
  it('reads every line of the text format', () => {
    const [matcher] = manifest.contributes.problemMatchers;
    assert.ok(matcher);
    const { regexp, file, line, severity, code, message } = matcher.pattern;
    const lines = outputOf('text').trimEnd().split('\n');
    const read = lines.map((text) => {
      const match = new RegExp(regexp).exec(text) ?? [];
      return [file, line, severity, code, message].map((group) => match[group] ?? '');
    });
    assert.deepEqual(
      read,
      found.flatMap(({ path: name, findings: own }) =>
        own.map((finding) => [name, String(finding.line), finding.severity, finding.rule, finding.message]),
      ),
    );
  });
});
