/** The only list of rules. Its order is the order of findings with the same position and severity. */

import type { Message } from '../text/message';
import { say } from '../text/message';
import { brokenLink } from './broken-link';
import { conditionalSection } from './conditional-section';
import { diagramMissing } from './diagram-missing';
import { duplicateSection } from './duplicate-section';
import { emptySection } from './empty-section';
import { fileNumber } from './file-number';
import { headerField } from './header-field';
import { indexDrift } from './index-drift';
import { leftoverGuidance } from './leftover-guidance';
import { leftoverInstructions } from './leftover-instructions';
import { leftoverPlaceholder } from './leftover-placeholder';
import { leftoverSuffix } from './leftover-suffix';
import { milestoneState } from './milestone-state';
import { milestoneSteps } from './milestone-steps';
import { missingSection } from './missing-section';
import { nextStepsCount } from './next-steps-count';
import { planStructure } from './plan-structure';
import { planTask } from './plan-task';
import type { Rule } from './rule';
import { sectionLevel } from './section-level';
import { sectionName } from './section-name';
import { sectionOrder } from './section-order';
import { statusDrift } from './status-drift';
import { statusValue } from './status-value';
import { supersedeLink } from './supersede-link';
import { testingDepth } from './testing-depth';

/** All rules. */
export const rules: readonly Rule[] = [
  headerField,
  statusValue,
  statusDrift,
  missingSection,
  conditionalSection,
  sectionOrder,
  sectionName,
  sectionLevel,
  duplicateSection,
  leftoverSuffix,
  emptySection,
  leftoverInstructions,
  leftoverPlaceholder,
  leftoverGuidance,
  planStructure,
  planTask,
  milestoneState,
  milestoneSteps,
  nextStepsCount,
  diagramMissing,
  testingDepth,
  brokenLink,
  supersedeLink,
  fileNumber,
  indexDrift,
];

/** The title of the action that fixes `count` findings of a rule at once. */
export function togetherTitle(id: string, count: number): Message {
  const title = rules.find((rule) => rule.id === id)?.together;
  return title?.(count) ?? say`Fix all ${count} findings of ${id}`;
}
