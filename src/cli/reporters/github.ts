/** Annotations for GitHub Actions. */

import type { FindingJson } from '../../core/json/documents';
import type { Annotation } from '../github';
import { annotation } from '../github';
import type { MakeReporter } from './reporter';
import { tallied } from './tally';

/** Prints each finding as a workflow command, and a summary to standard error. */
export const githubReporter: MakeReporter = ({ print, note }) => ({
  add: ({ path, findings }) => {
    for (const { severity, rule: title, message, line } of findings)
      print(annotation({ level: levelOf(severity), path, line, title, message }));
  },
  end: (tally) => {
    if (tally.documents > 0) note(tallied(tally));
  },
});

function levelOf(severity: FindingJson['severity']): Annotation['level'] {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}
