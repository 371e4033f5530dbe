/** The commands of a plan and of the Plan view's rows; `commands.ts` has them with all others. */

import type { CommandEntry } from './places';
import { documentRow, editorMenu, NEVER, planTitle, row, rowKey } from './places';
import {
  all,
  cursorIsOn,
  DOC_IS_ACTIVE,
  HAS_DOC,
  PLAN_HAS_DOC,
  PLAN_HIDES_DONE,
  PLAN_IS_PINNED,
  planIs,
} from './when';

const HAS_ROWS = planIs('rows');

/** The commands about a plan, by name. */
export const planCommands = {
  goToNextStep: {
    title: 'Go to Next Step',
    icon: 'arrow-right',
    palette: HAS_DOC,
    menus: [editorMenu('1_step@4')],
    key: { key: 'ctrl+k g', when: DOC_IS_ACTIVE },
  },
  startMilestone: {
    title: 'Start Milestone',
    icon: 'play',
    palette: HAS_DOC,
    menus: [
      editorMenu('1_step@2', cursorIsOn('milestone')),
      row('inline@1', 'milestone', 'unstarted'),
      row('2_plan@1', 'milestone', 'unstarted'),
    ],
  },
  completeStep: {
    title: 'Complete Step at Cursor',
    icon: 'check',
    palette: DOC_IS_ACTIVE,
    menus: [editorMenu('1_step@1', cursorIsOn('step'))],
    key: { key: 'ctrl+k x', when: all('editorTextFocus', DOC_IS_ACTIVE, '!editorReadonly') },
  },
  handOff: {
    title: 'Hand Next Step to Agent',
    icon: 'send',
    palette: HAS_DOC,
    menus: [editorMenu('1_step@3'), row('inline@3', 'next'), row('2_plan@2', 'next')],
  },
  showPlan: { title: 'Show Plan', menus: [documentRow('1_open@2', 'plan')] },
  toggleStep: {
    title: 'Tick or Untick Step',
    palette: NEVER,
    menus: [row('1_go@2', 'box')],
    key: rowKey('space', 'several'),
  },
  goToStep: {
    title: 'Go to Step',
    icon: 'go-to-file',
    palette: HAS_ROWS,
    menus: [
      row('inline@1', 'step', '!top'),
      row('inline@2', 'top'),
      row('1_go@1', '!review', '!findings', '!more'),
    ],
    key: rowKey('enter'),
  },
  addStep: {
    title: 'Add Step',
    icon: 'add',
    palette: HAS_ROWS,
    menus: [
      row('inline@2', 'milestone', '!done', '!top'),
      row('inline@2', 'step', 'parent', '!done', '!top'),
      row('3_add@1', 'milestone|step'),
    ],
    key: rowKey('insert'),
  },
  addMilestone: {
    title: 'Add Milestone',
    palette: HAS_ROWS,
    menus: [planTitle('1_plan@1', HAS_ROWS), row('3_add@2', 'milestone|step')],
  },
  moveStepUp: {
    title: 'Move Step Up',
    icon: 'arrow-up',
    palette: HAS_ROWS,
    menus: [row('4_move@1', 'milestone|step', '!top')],
    key: rowKey('alt+up'),
  },
  moveStepDown: {
    title: 'Move Step Down',
    icon: 'arrow-down',
    palette: HAS_ROWS,
    menus: [row('4_move@2', 'milestone|step', '!top')],
    key: rowKey('alt+down'),
  },
  renumberPlan: {
    title: 'Renumber Plan',
    palette: HAS_ROWS,
    menus: [planTitle('1_plan@2', HAS_ROWS), row('4_move@3', 'milestone|step')],
  },
  copyStepTitle: {
    title: 'Copy Title',
    palette: HAS_ROWS,
    menus: [row('5_copy@1', 'milestone|step')],
  },
  fixFinding: {
    title: 'Fix Finding…',
    icon: 'lightbulb',
    palette: DOC_IS_ACTIVE,
    menus: [
      row('inline@1', 'finding'),
      row('inline@1', 'item', 'fixable'),
      row('1_go@3', 'contradicted|fixable'),
    ],
  },
  fillIn: {
    title: 'Fill In…',
    icon: 'edit',
    palette: DOC_IS_ACTIVE,
    menus: [row('inline@2', 'item', 'open'), row('1_go@4', 'item', 'open')],
  },
  setStatus: {
    title: 'Set Status…',
    palette: DOC_IS_ACTIVE,
    menus: [planTitle('1_plan@3', PLAN_HAS_DOC), row('1_go@6', 'review')],
  },
  makeChecklist: {
    title: 'Turn the Bullets of the Plan into Checkboxes',
    icon: 'checklist',
    palette: planIs('bullets'),
    menus: [planTitle('navigation@2', planIs('bullets'))],
  },
  adoptPlan: { title: 'Take In Tasks of Another Plan…', palette: DOC_IS_ACTIVE },
  pinPlan: {
    title: 'Pin Plan',
    icon: 'pin',
    palette: all(PLAN_HAS_DOC, `!${PLAN_IS_PINNED}`),
    menus: [planTitle('navigation@3', PLAN_HAS_DOC, `!${PLAN_IS_PINNED}`)],
  },
  unpinPlan: {
    title: 'Unpin Plan',
    icon: 'pinned',
    palette: PLAN_IS_PINNED,
    menus: [planTitle('navigation@3', PLAN_IS_PINNED)],
  },
  hideDone: {
    title: 'Hide Done',
    icon: 'filter',
    palette: all(HAS_ROWS, `!${PLAN_HIDES_DONE}`),
    menus: [planTitle('navigation@2', HAS_ROWS, `!${PLAN_HIDES_DONE}`)],
  },
  showDone: {
    title: 'Show Done',
    icon: 'filter-filled',
    palette: all(HAS_ROWS, PLAN_HIDES_DONE),
    menus: [planTitle('navigation@2', PLAN_HIDES_DONE)],
  },
} satisfies Readonly<Record<string, CommandEntry>>;
