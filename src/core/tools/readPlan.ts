/** The tool `read_plan`: returns the milestones and steps of a document. */

import { planJson } from '../json/plans';
import { say } from '../text/message';
import { READ_PLAN } from './outputs';
import { CURSOR, planPage } from './paging';
import { about, PATH, tool } from './tool';

export const readPlanTool = tool({
  name: 'read_plan',
  title: say`Read Plan`,
  description:
    'Reads the implementation plan of a design doc: its milestones and their steps with state, counts and lines from 1. Use it for an overview, and to get the current version and lines after a document has changed. Next: next_step for the step to do now, start_milestone to add steps to a milestone.',
  input: {
    type: 'object',
    properties: { path: PATH, cursor: CURSOR },
    required: ['path'],
    additionalProperties: false,
  },
  output: READ_PLAN,
  writes: false,
  idempotent: true,
  confirm: ({ path }) => say`Read the plan of ${path}.`,
  async run(store, { path, cursor }) {
    const opened = await store.open(path);
    const own = about(opened);
    return { ...own, ...planPage(planJson(opened.path, opened.analysis.plan), cursor, own.version) };
  },
});
