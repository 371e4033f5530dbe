/**
 * Every tool, in the order in which an agent meets them: those that read, then those that write. The only list of
 * them.
 */

import { checkDoc } from './checkDoc';
import { completeStep } from './completeStep';
import { listDocs } from './listDocs';
import { newDoc } from './newDoc';
import { nextStepTool } from './nextStep';
import { readPlanTool } from './readPlan';
import { readyForReview } from './readyForReview';
import { startMilestoneTool } from './startMilestone';
import type { Tool } from './tool';

export const tools: readonly Tool[] = [
  listDocs,
  checkDoc,
  readPlanTool,
  nextStepTool,
  readyForReview,
  startMilestoneTool,
  completeStep,
  newDoc,
];
