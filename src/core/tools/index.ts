/** The only list of tools. */

import { checkDoc } from './checkDoc';
import { completeStep } from './completeStep';
import { listComments } from './listComments';
import { listDocs } from './listDocs';
import { newDoc } from './newDoc';
import { nextStepTool } from './nextStep';
import { readPlanTool } from './readPlan';
import { readyForReview } from './readyForReview';
import { replyComment } from './replyComment';
import { resolveCommentTool } from './resolveComment';
import { startMilestoneTool } from './startMilestone';
import type { Tool } from './tool';

/** All tools, in the order in which agents see them: those that read, then those that write. */
export const tools: readonly Tool[] = [
  listDocs,
  checkDoc,
  readPlanTool,
  nextStepTool,
  readyForReview,
  listComments,
  startMilestoneTool,
  completeStep,
  newDoc,
  replyComment,
  resolveCommentTool,
];
