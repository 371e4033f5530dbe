/** The report of GitLab's Code Quality. */

import { fingerprints } from './fingerprint';
import type { MakeReporter } from './reporter';

const SEVERITIES: Readonly<Record<string, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** Prints all findings as one list when the last document is known. */
export const gitlabReporter: MakeReporter = ({ print }) => {
  const fingerprintOf = fingerprints();
  const issues: object[] = [];
  return {
    add: ({ path, findings }) => {
      for (const finding of findings)
        issues.push({
          description: finding.message,
          check_name: finding.rule,
          fingerprint: fingerprintOf(path, finding),
          severity: SEVERITIES[finding.severity] ?? 'info',
          location: { path, lines: { begin: finding.line, end: finding.endLine } },
        });
    },
    end: () => print(JSON.stringify(issues, null, 2)),
  };
};
