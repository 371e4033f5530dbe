/** Maps each command to its function. manifest/commands.ts has titles, menus and keys. */

import * as vscode from 'vscode';
import type { CommandName } from '../manifest/commands';
import { reportErrors } from '../messages/reportError';
import type { Services } from '../services/services';
import type { Command } from './command';
import { filterDocuments, groupDocuments, sortDocuments } from './documents/arrangeDocuments';
import { copyLink } from './documents/copyLink';
import { finalize } from './documents/finalize';
import { newDesignDoc } from './documents/newDesignDoc';
import { newDesignDocHere } from './documents/newDesignDocHere';
import { openDesignDoc } from './documents/openDesignDoc';
import { openTemplate } from './documents/openTemplate';
import { openToSide } from './documents/openToSide';
import { renameDesignDoc } from './documents/renameDesignDoc';
import { renumber } from './documents/renumber';
import { showProgress } from './documents/showProgress';
import { supersede } from './documents/supersede';
import { updateIndex, updateIndexRow } from './documents/updateIndex';
import { addMilestone } from './plan/addMilestone';
import { addStep } from './plan/addStep';
import { adoptPlan } from './plan/adoptPlan';
import { completeStep } from './plan/completeStep';
import { copyStepTitle } from './plan/copyStepTitle';
import { goToNextStep } from './plan/goToNextStep';
import { goToStep } from './plan/goToStep';
import { handOff } from './plan/handOff';
import { hideDone, showDone } from './plan/hideDone';
import { makeChecklist } from './plan/makeChecklist';
import { moveStepDown, moveStepUp } from './plan/moveStep';
import { pinPlan, unpinPlan } from './plan/pinPlan';
import { renumberPlan } from './plan/renumberPlan';
import { showPlan } from './plan/showPlan';
import { startMilestone } from './plan/startMilestone';
import { toggleStep } from './plan/toggleStep';
import { addComment } from './review/addComment';
import { reopenComment, replyToComment, resolveComment } from './review/answerComment';
import { checkAll } from './review/checkAll';
import { checkReady } from './review/checkReady';
import { markReady } from './review/markReady';
import { showWhatChanged, takeBackChange } from './review/reportedChange';
import { openWalkthrough } from './start/openWalkthrough';
import { setUp } from './start/setUp';
import { trySample } from './start/trySample';
import { fillIn } from './writing/fillIn';
import { fixAll } from './writing/fixAll';
import { fixFinding } from './writing/fixFinding';
import { insertSections } from './writing/insertSections';
import { nextPlaceholder } from './writing/nextPlaceholder';
import { setStatus } from './writing/setStatus';

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
  openTemplate,
  openToSide,
  openWalkthrough,
  renameDesignDoc,
  sortDocuments,
  supersede,
  fillIn,
  finalize,
  fixAll,
  fixFinding,
  goToNextStep,
  goToStep,
  handOff,
  hideDone,
  insertSections,
  makeChecklist,
  moveStepDown,
  moveStepUp,
  newDesignDoc,
  newDesignDocHere,
  nextPlaceholder,
  pinPlan,
  renumber,
  renumberPlan,
  reopenComment,
  replyToComment,
  resolveComment,
  setStatus,
  setUp,
  showDone,
  showPlan,
  showWhatChanged,
  showProgress,
  startMilestone,
  takeBackChange,
  toggleStep,
  trySample,
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
