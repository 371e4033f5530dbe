import * as vscode from 'vscode';
import { configure } from './support';
// One import a suite. They run in this order, in one window, and each leaves the workspace as it found it.
import './activation.host';
import './diagnostics.host';
import './quickFixes.host';
import './fixAll.host';
import './gettingStarted.host';
import './newDesignDoc.host';
import './templates.host';
import './setUp.host';
import './writing.host';
import './plan.host';
import './planFormats.host';
import './planLong.host';
import './startMilestone.host';
import './nextStep.host';
import './ticking.host';
import './handOff.host';
import './checkReady.host';
import './markReady.host';
import './fixLinks.host';
import './lmTools.host';
import './listing.host';
import './merged.host';
import './supersede.host';
import './finalize.host';
import './baseline.host';
import './folderIndex.host';
import './checkAll.host';
import './documents.host';
import './branches.host';
import './comments.host';
import './guard.host';
import './guardClosed.host';
import './guardGit.host';
import './preview.host';
import './progress.host';
import './checkTask.host';
import './comfort.host';
import './markdownEditor.host';
import './planGroups.host';

// In the web, VS Code saves by itself after a second, which on a busy machine is before a test looks at what it typed.
before(async () => {
  await vscode.workspace
    .getConfiguration('files')
    .update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  // The tests write files as other programs do, and press the first button of the message that they expect.
  await configure('reportChanges', 'off');
});
