/** `read_plan`: milestones and steps of a document. */

import { planJson } from '../json/plans';
import { boundedPlan } from './limits';
import { about, PATH, tool } from './tool';

export const readPlanTool = tool({
  name: 'read_plan',
  title: 'Read Plan',
  description:
    'Reads the implementation plan of a design doc: its milestones and their steps with state, counts and lines from 1. Use it for an overview, and for the current version and lines after a document has changed. Next: next_step for what to do now, start_milestone to give a milestone its steps.',
  input: { type: 'object', properties: { path: PATH }, required: ['path'], additionalProperties: false },
  writes: false,
  confirm: ({ path }) => `Read the plan of ${path}.`,
  async run(store, { path }) {
    const opened = await store.open(path);
    return { ...about(opened), ...boundedPlan(planJson(opened.path, opened.analysis.plan)) };
  },
});
