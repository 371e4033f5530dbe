/** `check_doc`: what is wrong with a document. */

import { summaryOf } from '../json/summary';
import { firstOf } from './limits';
import { about, PATH, tool } from './tool';

export const checkDoc = tool({
  name: 'check_doc',
  title: 'Check Design Doc',
  description:
    'Checks a design doc against its team\'s template and returns the findings: rule, severity, message, and place with lines and columns from 1. Use it after writing in a document. Next: mend in the file what the findings name, then check again. Findings that are fixable are mended by the command "design-docs fix".',
  input: { type: 'object', properties: { path: PATH }, required: ['path'], additionalProperties: false },
  writes: false,
  confirm: ({ path }) => `Check ${path}.`,
  async run(store, { path }) {
    const opened = await store.open(path);
    const { template, stage, findings } = summaryOf(opened.analysis);
    const { kept, leftOut } = firstOf(findings);
    return { ...about(opened), template, stage, findings: kept, leftOut };
  },
});
