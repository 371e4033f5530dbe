/** The report of JUnit, which many continuous integration services show: a document is a suite of tests. */

import type { DocumentJson, FindingJson } from '../../core/json/documents';
import { printable } from '../../node/program/messages';
import type { MakeReporter } from './reporter';

/** Prints one suite a document. Each finding is a failed test; a document without findings has one that passed. */
export const junitReporter: MakeReporter = ({ print }) => {
  print('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="design-docs">');
  return {
    add: (document) => print(suiteOf(document)),
    end: () => print('</testsuites>'),
  };
};

function suiteOf({ path, findings }: DocumentJson): string {
  const count = Math.max(1, findings.length);
  const open = `  <testsuite name="${escaped(path)}" tests="${count}" failures="${findings.length}" errors="0">`;
  const passed = `    <testcase name="check" classname="${escaped(path)}"/>`;
  const cases = findings.length > 0 ? findings.map((finding) => caseOf(path, finding)) : [passed];
  return [open, ...cases, '  </testsuite>'].join('\n');
}

function caseOf(path: string, { rule, severity, message, line, column }: FindingJson): string {
  const place = escaped(`${path}:${line}:${column}`);
  const failure = `<failure type="${escaped(severity)}" message="${escaped(message)}">${place}</failure>`;
  return `    <testcase name="${escaped(rule)} on line ${line}" classname="${escaped(path)}">${failure}</testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML, which has no control characters, not even as entities. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
