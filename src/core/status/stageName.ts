import type { Message } from '../text/message';
import { say } from '../text/message';

/** The name of a stage for people; `unknown`, and what is no stage, is without a status. */
export function stageName(stage: string): Message {
  switch (stage) {
    case 'progress':
      return say`In Progress`;
    case 'draft':
      return say`Draft`;
    case 'merged':
      return say`Merged`;
    case 'finished':
      return say`Finished`;
    case 'reference':
      return say`Reference`;
    case 'retrospective':
      return say`Retrospective`;
    case 'dead':
      return say`Given Up`;
    default:
      return say`Without Status`;
  }
}
