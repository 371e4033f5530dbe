import * as vscode from 'vscode';
// One import a suite. They run in this order, in one window, and each leaves the workspace as it found it.
import './activation.host';
import './diagnostics.host';
import './quickFixes.host';
import './fixAll.host';
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
import './checkTask.host';

// In the web, VS Code saves by itself after a second, which on a busy machine is before a test looks at what it typed.
before(() =>
  vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global),
);
