/** Maps each command to its function. manifest/commands.ts has titles, menus and keys. */

import * as vscode from 'vscode';
import type { CommandName } from '../manifest/commands';
import { reportErrors } from '../messages/reportError';
import type { Services } from '../services/services';
import { addComment } from './addComment';
import { addMilestone } from './addMilestone';
import { addStep } from './addStep';
import { adoptPlan } from './adoptPlan';
import { reopenComment, replyToComment, resolveComment } from './answerComment';
import { filterDocuments, groupDocuments, sortDocuments } from './arrangeDocuments';
import { checkAll } from './checkAll';
import { checkReady } from './checkReady';
import type { Command } from './command';
import { completeStep } from './completeStep';
import { copyLink } from './copyLink';
import { copyStepTitle } from './copyStepTitle';
import { finalize } from './finalize';
import { fixAll } from './fixAll';
import { fixStep } from './fixStep';
import { goToNextStep } from './goToNextStep';
import { goToStep } from './goToStep';
import { handOff } from './handOff';
import { hideDone, showDone } from './hideDone';
import { insertSections } from './insertSections';
import { makeChecklist } from './makeChecklist';
import { markReady } from './markReady';
import { moveStepDown, moveStepUp } from './moveStep';
import { newDesignDoc } from './newDesignDoc';
import { nextPlaceholder } from './nextPlaceholder';
import { openDesignDoc } from './openDesignDoc';
import { openToSide } from './openToSide';
import { pinPlan, unpinPlan } from './pinPlan';
import { renameDesignDoc } from './renameDesignDoc';
import { renumber } from './renumber';
import { renumberPlan } from './renumberPlan';
import { setUp } from './setUp';
import { showPlan } from './showPlan';
import { startMilestone } from './startMilestone';
import { supersede } from './supersede';
import { toggleStep } from './toggleStep';
import { updateIndex, updateIndexRow } from './updateIndex';

const commandsByName: Readonly<Record<CommandName, Command>> = {
  addMilestone,
  addStep,
  addComment,
  adoptPlan,
  checkAll,
  checkReady,
  markReady,
  completeStep,
  copyLink,
  copyStepTitle,
  filterDocuments,
  groupDocuments,
  openDesignDoc,
  openToSide,
  renameDesignDoc,
  sortDocuments,
  supersede,
  finalize,
  fixAll,
  fixStep,
  goToNextStep,
  goToStep,
  handOff,
  hideDone,
  insertSections,
  makeChecklist,
  moveStepDown,
  moveStepUp,
  newDesignDoc,
  nextPlaceholder,
  pinPlan,
  renumber,
  renumberPlan,
  reopenComment,
  replyToComment,
  resolveComment,
  setUp,
  showDone,
  showPlan,
  startMilestone,
  toggleStep,
  unpinPlan,
  updateIndex,
  updateIndexRow,
};

/** Registers all commands. Each returns true on success; otherwise it shows the error and returns false. */
export function commands(services: Services): vscode.Disposable {
  const registered = Object.entries(commandsByName).map(([name, run]) =>
    vscode.commands.registerCommand(`designDocs.${name}`, (...args: unknown[]) =>
      reportErrors(run(services, ...args)),
    ),
  );
  return vscode.Disposable.from(...registered);
}
