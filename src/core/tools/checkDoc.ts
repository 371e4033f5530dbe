/** The tool `check_doc`: lists the findings of a document. */

import { findingJson } from '../json/documents';
import { summaryOf } from '../json/summary';
import { say } from '../text/message';
import { CHECK_DOC } from './outputs';
import { CURSOR, pageOf } from './paging';
import { about, PATH, tool } from './tool';

export const checkDoc = tool({
  name: 'check_doc',
  title: say`Check Design Doc`,
  description:
    'Checks a design doc against its team\'s template and returns the findings: rule, severity, message, and position with lines and columns from 1. Use it after you edit a document. Next: fix the findings in the file, then check again. The command "design-docs fix" fixes those that are fixable.',
  input: {
    type: 'object',
    properties: { path: PATH, cursor: CURSOR },
    required: ['path'],
    additionalProperties: false,
  },
  output: CHECK_DOC,
  writes: false,
  idempotent: true,
  confirm: ({ path }) => say`Check ${path}.`,
  async run(store, { path, cursor }) {
    const opened = await store.open(path);
    const { template, stage, findings } = summaryOf(opened.analysis);
    const own = about(opened);
    const { kept, ...end } = pageOf(findings, cursor, own.version);
    return {
      ...own,
      template,
      templatePath: opened.templatePath,
      stage,
      findings: kept.map(findingJson),
      ...end,
    };
  },
});
