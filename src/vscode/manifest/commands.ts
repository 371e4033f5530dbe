/**
 * Every command as VS Code shows it. `npm run docs` generates the commands in the manifest, their texts and the
 * README's table from this list. commands/index.ts maps each command to its function.
 */

import type { CommandEntry } from './places';
import {
  documentRow,
  documentsTitle,
  editorMenu,
  explorerMenu,
  NEVER,
  planTitle,
  row,
  threadButton,
  threadTitle,
} from './places';
import { planCommands } from './planCommands';
import { all, CHANGE_IS_REPORTED, DOC_IS_ACTIVE, HAS_DOC, HAS_FOLDER } from './when';

/** All commands, by name. The id of a command is `designDocs.NAME`. */
export const commands = {
  newDesignDoc: {
    title: 'New Design Doc',
    icon: 'new-file',
    menus: [{ menu: 'file/newFile' }, documentsTitle('navigation@1'), planTitle('navigation@1')],
  },
  newDesignDocHere: {
    title: 'New Design Doc Here',
    palette: NEVER,
    menus: [explorerMenu('1_new@1', 'folder')],
  },
  openDesignDoc: {
    title: 'Open Design Doc…',
    icon: 'search',
    palette: HAS_FOLDER,
    menus: [documentsTitle('navigation@2')],
  },
  filterDocuments: {
    title: 'Filter Documents',
    icon: 'filter',
    palette: HAS_FOLDER,
    menus: [documentsTitle('navigation@3')],
  },
  groupDocuments: {
    title: 'Group Documents',
    palette: HAS_FOLDER,
    menus: [documentsTitle('1_arrange@1')],
  },
  sortDocuments: {
    title: 'Sort Documents',
    palette: HAS_FOLDER,
    menus: [documentsTitle('1_arrange@2')],
  },
  openToSide: {
    title: 'Open to the Side',
    icon: 'split-horizontal',
    palette: NEVER,
    menus: [documentRow('inline@1'), documentRow('1_open@1')],
  },
  copyLink: {
    title: 'Copy Link to Design Doc',
    palette: DOC_IS_ACTIVE,
    menus: [documentRow('4_copy@1'), editorMenu('4_document@1'), explorerMenu('2_copy@1', 'document')],
  },
  renameDesignDoc: {
    title: 'Rename Design Doc…',
    palette: DOC_IS_ACTIVE,
    menus: [documentRow('5_change@1'), editorMenu('4_document@2'), explorerMenu('3_change@1', 'document')],
  },
  supersede: { title: 'Supersede with a New Design Doc', palette: DOC_IS_ACTIVE },
  finalize: { title: 'Finalize', palette: DOC_IS_ACTIVE },
  renumber: {
    title: 'Renumber',
    palette: DOC_IS_ACTIVE,
    menus: [documentRow('5_change@2'), explorerMenu('3_change@2', 'document')],
  },
  updateIndex: { title: 'Update Index', palette: DOC_IS_ACTIVE },
  updateIndexRow: { title: 'Update Row in Index', palette: DOC_IS_ACTIVE },
  fixAll: { title: 'Fix All', palette: DOC_IS_ACTIVE, menus: [editorMenu('2_write@3')] },
  insertSections: {
    title: 'Insert Missing Sections',
    palette: DOC_IS_ACTIVE,
    menus: [editorMenu('2_write@2')],
  },
  nextPlaceholder: {
    title: 'Go to Next Placeholder',
    palette: DOC_IS_ACTIVE,
    menus: [editorMenu('2_write@1')],
    key: { key: 'ctrl+k j', when: all('editorTextFocus', DOC_IS_ACTIVE) },
  },
  addComment: {
    title: 'Add Comment',
    icon: 'comment',
    palette: DOC_IS_ACTIVE,
    menus: [editorMenu('2_write@4'), row('1_go@7', 'milestone|step', '!top'), row('1_go@7', 'item')],
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
  showProgress: {
    title: 'Show Progress',
    icon: 'graph-line',
    palette: HAS_FOLDER,
    menus: [documentsTitle('2_check@2')],
  },
  checkAll: {
    title: 'Check All Design Docs',
    palette: HAS_FOLDER,
    menus: [documentsTitle('2_check@1'), explorerMenu('1_new@2', 'folder')],
  },
  checkReady: {
    title: 'Check Ready for Review',
    icon: 'pass',
    palette: HAS_DOC,
    menus: [
      { menu: 'editor/title', group: 'navigation', when: all(DOC_IS_ACTIVE, 'resourceLangId == markdown') },
      documentRow('2_check@1'),
      editorMenu('3_review@1'),
      explorerMenu('1_check@1', 'document'),
      row('inline@1', 'review'),
      row('1_go@1', 'review'),
    ],
  },
  markReady: {
    title: 'Mark Ready',
    icon: 'check',
    palette: DOC_IS_ACTIVE,
    menus: [editorMenu('3_review@2'), row('inline@2', 'ready'), row('1_go@2', 'ready')],
  },
  openTemplate: { title: 'Open Template', palette: DOC_IS_ACTIVE, menus: [editorMenu('4_document@3')] },
  setUp: { title: 'Set Up Design Docs', icon: 'settings-gear', palette: HAS_FOLDER },
  showWhatChanged: { title: 'Show What Changed', icon: 'diff', palette: CHANGE_IS_REPORTED },
  takeBackChange: { title: 'Take Back Change', icon: 'discard', palette: CHANGE_IS_REPORTED },
  trySample: { title: 'Try on a Sample', icon: 'beaker' },
  openWalkthrough: { title: 'Open Walkthrough' },
  ...planCommands,
} satisfies Readonly<Record<string, CommandEntry>>;

/** The name of a command, without the prefix `designDocs.`. */
export type CommandName = keyof typeof commands;
