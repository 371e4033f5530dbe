/**
 * Every command as VS Code shows it. `npm run docs` generates the commands in the manifest, their texts and the
 * README's table from this list. commands/index.ts maps each command to its function.
 */

import type { Keybinding, MenuPlace } from './places';
import { documentRow, documentsTitle, planTitle, row, rowKey, threadButton, threadTitle } from './places';
import { all, DOC_IS_ACTIVE, PLAN_HAS_DOC, PLAN_HIDES_DONE, PLAN_IS_PINNED, planIs } from './when';

/** A command in the manifest. */
export interface CommandEntry {
  readonly title: string;
  /** The name of a product icon. */
  readonly icon?: string;
  /** The `when` clause in the command palette; without it, the palette always lists the command. */
  readonly palette?: string;
  readonly menus?: readonly MenuPlace[];
  readonly key?: Keybinding;
}

const NEVER = 'false';
const HAS_ROWS = planIs('rows');

/** All commands, by name. The id of a command is `designDocs.NAME`. */
export const commands = {
  newDesignDoc: {
    title: 'New Design Doc',
    icon: 'new-file',
    menus: [{ menu: 'file/newFile' }, documentsTitle('navigation@1'), planTitle('navigation@1')],
  },
  openDesignDoc: {
    title: 'Open Design Doc…',
    icon: 'search',
    menus: [documentsTitle('navigation@2')],
  },
  filterDocuments: { title: 'Filter Documents', icon: 'filter', menus: [documentsTitle('navigation@3')] },
  groupDocuments: { title: 'Group Documents', menus: [documentsTitle('1_arrange@1')] },
  sortDocuments: { title: 'Sort Documents', menus: [documentsTitle('1_arrange@2')] },
  openToSide: {
    title: 'Open to the Side',
    icon: 'split-horizontal',
    palette: NEVER,
    menus: [documentRow('inline@1'), documentRow('1_open@1')],
  },
  copyLink: {
    title: 'Copy Link to Design Doc',
    palette: DOC_IS_ACTIVE,
    menus: [documentRow('2_copy@1')],
  },
  renameDesignDoc: {
    title: 'Rename Design Doc…',
    palette: DOC_IS_ACTIVE,
    menus: [documentRow('3_change@1')],
  },
  supersede: { title: 'Supersede with a New Design Doc', palette: DOC_IS_ACTIVE },
  finalize: { title: 'Finalize', palette: DOC_IS_ACTIVE },
  renumber: { title: 'Renumber', palette: DOC_IS_ACTIVE, menus: [documentRow('3_change@2')] },
  updateIndex: { title: 'Update Index', palette: DOC_IS_ACTIVE },
  updateIndexRow: { title: 'Update Row in Index', palette: DOC_IS_ACTIVE },
  fixAll: { title: 'Fix All', palette: DOC_IS_ACTIVE },
  insertSections: { title: 'Insert Missing Sections', palette: DOC_IS_ACTIVE },
  nextPlaceholder: {
    title: 'Go to Next Placeholder',
    palette: DOC_IS_ACTIVE,
    key: { key: 'alt+n', when: all('editorTextFocus', DOC_IS_ACTIVE) },
  },
  goToNextStep: {
    title: 'Go to Next Step',
    icon: 'arrow-right',
    key: { key: 'alt+shift+n', when: DOC_IS_ACTIVE },
  },
  startMilestone: {
    title: 'Start Milestone',
    icon: 'play',
    menus: [row('inline@1', 'milestone', 'unstarted'), row('2_plan@1', 'milestone', 'unstarted')],
  },
  completeStep: {
    title: 'Complete Step at Cursor',
    icon: 'check',
    palette: DOC_IS_ACTIVE,
    key: { key: 'alt+d', when: all('editorTextFocus', DOC_IS_ACTIVE, '!editorReadonly') },
  },
  handOff: {
    title: 'Hand Next Step to Agent',
    icon: 'send',
    menus: [row('inline@3', 'next'), row('2_plan@2', 'next')],
  },
  addComment: {
    title: 'Add Comment',
    icon: 'comment',
    palette: DOC_IS_ACTIVE,
    menus: [
      { menu: 'editor/context', group: '1_modification@9', when: all(DOC_IS_ACTIVE, 'editorTextFocus') },
    ],
  },
  replyToComment: {
    title: 'Reply to Comment',
    palette: DOC_IS_ACTIVE,
    menus: [threadButton('inline@1', 'open'), threadButton('inline@1', 'resolved'), row('1_go@4', 'comment')],
  },
  resolveComment: {
    title: 'Resolve Comment',
    icon: 'check',
    palette: DOC_IS_ACTIVE,
    menus: [
      threadTitle('inline@1', 'open'),
      threadButton('inline@2', 'open'),
      row('inline@1', 'comment'),
      row('1_go@5', 'comment'),
    ],
  },
  reopenComment: {
    title: 'Reopen Comment',
    icon: 'issue-reopened',
    palette: DOC_IS_ACTIVE,
    menus: [threadTitle('inline@1', 'resolved')],
  },
  checkAll: { title: 'Check All Design Docs', menus: [documentsTitle('2_check@1')] },
  checkReady: { title: 'Check Ready for Review', icon: 'pass' },
  markReady: { title: 'Mark Ready', palette: DOC_IS_ACTIVE },
  showPlan: { title: 'Show Plan', menus: [documentRow('1_open@2', 'plan')] },
  setUp: { title: 'Set Up Design Docs', icon: 'settings-gear' },
  toggleStep: {
    title: 'Tick or Untick Step',
    palette: NEVER,
    menus: [row('1_go@2', 'box')],
    key: rowKey('space'),
  },
  goToStep: {
    title: 'Go to Step',
    icon: 'go-to-file',
    palette: HAS_ROWS,
    menus: [row('inline@1', 'step', '!top'), row('inline@2', 'top'), row('1_go@1')],
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
  fixStep: {
    title: 'Fix Contradiction…',
    icon: 'lightbulb',
    palette: HAS_ROWS,
    menus: [row('inline@1', 'finding'), row('1_go@3', 'contradicted|finding')],
  },
  makeChecklist: { title: 'Turn the Bullets of the Plan into Checkboxes', palette: planIs('bullets') },
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

/** The name of a command, without the prefix `designDocs.`. */
export type CommandName = keyof typeof commands;
