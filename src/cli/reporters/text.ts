/** Lines for people and problem matchers. */

import type { DocumentJson, FindingJson } from '../../core/json/documents';
import { printable } from '../../node/program/messages';
import type { MakeReporter } from './reporter';
import { tallied } from './tally';

/** Prints each finding as `path:line:column severity rule message`, and a summary to standard error. */
export const textReporter: MakeReporter = ({ print, note }) => {
  const linesOf = lineMaker();
  return {
    add: (document) => {
      if (document.findings.length > 0) print(linesOf(document).join('\n'));
    },
    end: (tally) => {
      if (tally.documents > 0) note(tallied(tally));
    },
  };
};

/**
 * A function that writes each finding of a document as a line, `path:line:column severity rule message`. It caches the
 * text after the position, because many documents have the same messages.
 */
function lineMaker(): (document: DocumentJson) => string[] {
  const cache = new Map<string, { readonly finding: FindingJson; readonly text: string }>();
  const textOf = (finding: FindingJson): string => {
    const { severity, rule, message } = finding;
    const cached = cache.get(message);
    if (cached && cached.finding.rule === rule && cached.finding.severity === severity) return cached.text;
    const text = printable(`${severity} ${rule} ${message}`);
    cache.set(message, { finding, text });
    return text;
  };
  return ({ path, findings }) => {
    const place = printable(path);
    return findings.map((finding) => `${place}:${finding.line}:${finding.column} ${textOf(finding)}`);
  };
}
