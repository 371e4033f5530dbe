/** SARIF 2.1.0, for code scanning services and editors. */

import type { Log, ReportingDescriptor, Result, Suppression } from 'sarif';
import { homepage, version } from '../../../package.json';
import type { FindingJson } from '../../core/json/documents';
import { rules } from '../../core/rules/index';
import { rulePage } from '../../node/program/rulePage';
import { fingerprints } from './fingerprint';
import type { MakeReporter } from './reporter';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Names the scheme of the fingerprints, which changes whenever they would. */
const FINGERPRINT = 'designDocs/v1';

const IN_BASELINE: Suppression = { kind: 'external', justification: "The project's baseline lists it." };

/** Prints one log when the last document is known: its results come after the rules in one object. */
export const sarifReporter: MakeReporter = ({ print }) => {
  const fingerprintOf = fingerprints();
  const results: Result[] = [];
  return {
    add: ({ path, findings }, suppressed) => {
      // In document order, so that a baseline changes no fingerprint.
      for (const finding of [...findings, ...suppressed].sort(byPlace)) {
        const result = resultOf(path, finding, fingerprintOf(path, finding));
        results.push(suppressed.includes(finding) ? { ...result, suppressions: [IN_BASELINE] } : result);
      }
    },
    end: () => print(JSON.stringify(logOf(results), null, 2)),
  };
};

function byPlace(a: FindingJson, b: FindingJson): number {
  return a.line - b.line || a.column - b.column;
}

function logOf(results: Result[]): Log {
  const driver = { name: 'design-docs', version, informationUri: homepage, rules: rules.map(descriptorOf) };
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
}

function descriptorOf({ id, summary, help, severity }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: String(summary) },
    help: { text: help, markdown: help },
    helpUri: rulePage(id),
    defaultConfiguration: { level: levelOf(severity) },
  };
}

function resultOf(path: string, finding: FindingJson, fingerprint: string): Result {
  const { rule, severity, message, line, column, endLine, endColumn } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levelOf(severity),
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: uriOf(path),
            uriBaseId: '%SRCROOT%',
          },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { [FINGERPRINT]: fingerprint },
  };
}

/** A path as a relative URI. A name on Windows may have half of a character, which no URI can express. */
function uriOf(path: string): string {
  const names = path.replace(/\p{Surrogate}/gu, '\uFFFD').split('/');
  return names.map(encodeURIComponent).join('/');
}

/** SARIF has no level for hints. */
function levelOf(severity: string): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}
