/** Every command. The only list of them in the code; package.json has their titles. */

import * as vscode from 'vscode';
import type { Services } from '../services';
import { tell } from '../tell';
import { addMilestone } from './addMilestone';
import { addStep } from './addStep';
import { checkReady } from './checkReady';
import type { Command } from './command';
import { completeStep } from './completeStep';
import { copyStepTitle } from './copyStepTitle';
import { fixAll } from './fixAll';
import { fixStep } from './fixStep';
import { goToNextStep } from './goToNextStep';
import { goToStep } from './goToStep';
import { handOff } from './handOff';
import { hideDone, showDone } from './hideDone';
import { insertSections } from './insertSections';
import { makeChecklist } from './makeChecklist';
import { moveStepDown, moveStepUp } from './moveStep';
import { newDesignDoc } from './newDesignDoc';
import { nextPlaceholder } from './nextPlaceholder';
import { pinPlan, unpinPlan } from './pinPlan';
import { renumberPlan } from './renumberPlan';
import { showPlan } from './showPlan';
import { startMilestone } from './startMilestone';
import { toggleStep } from './toggleStep';

const list: readonly Command[] = [
  newDesignDoc,
  fixAll,
  insertSections,
  nextPlaceholder,
  goToNextStep,
  startMilestone,
  completeStep,
  handOff,
  checkReady,
  showPlan,
  toggleStep,
  goToStep,
  addStep,
  addMilestone,
  moveStepUp,
  moveStepDown,
  renumberPlan,
  copyStepTitle,
  fixStep,
  makeChecklist,
  pinPlan,
  unpinPlan,
  hideDone,
  showDone,
];

/** Registers all commands. Each answers true if it did its work, and tells the user why if not. */
export function commands(services: Services): vscode.Disposable {
  const registered = list.map(({ id, run }) =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => tell(run(services, ...args))),
  );
  return vscode.Disposable.from(...registered);
}
