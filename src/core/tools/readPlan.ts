/** The tool `read_plan`: returns the milestones and steps of a document. */

import { planJson } from '../json/plans';
import { boundedPlan } from './limits';
import { about, PATH, tool } from './tool';

export const readPlanTool = tool({
  name: 'read_plan',
  title: 'Read Plan',
  description:
    'Reads the implementation plan of a design doc: its milestones and their steps with state, counts and lines from 1. Use it for an overview, and to get the current version and lines after a document has changed. Next: next_step for the step to do now, start_milestone to add steps to a milestone.',
  input: { type: 'object', properties: { path: PATH }, required: ['path'], additionalProperties: false },
  writes: false,
  confirm: ({ path }) => `Read the plan of ${path}.`,
  async run(store, { path }) {
    const opened = await store.open(path);
    return { ...about(opened), ...boundedPlan(planJson(opened.path, opened.analysis.plan)) };
  },
});
