/** Code actions: quick fixes for the findings at the cursor, and "fix all" as a source action. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import type { FixOptions } from '../../core/fix/fixText';
import type { FixTogether } from '../../core/fix/fixTogether';
import { fixAll, fixesTogether } from '../../core/fix/fixTogether';
import { offeredFixes } from '../../core/fix/proof';
import { toDiagnostic, toRange, toWorkspaceEdit } from '../documents/convert';
import { localized } from '../localization/localized';
import type { Services } from '../services/services';
import { fixAllEdits } from './fixAll';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('designDocs');

/** The commands that correct a finding in other files. */
const TITLES: Readonly<Record<NonNullable<Finding['commands']>[number], () => string>> = {
  updateIndexRow: () => vscode.l10n.t('Update Row in Index'),
  updateIndex: () => vscode.l10n.t('Update Index'),
  renumber: () => vscode.l10n.t('Renumber'),
};

/** An action whose edit is computed lazily, when VS Code resolves it. */
class FixAllAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly options: FixOptions,
  ) {
    super(title, kind);
  }
}

/** Registers the code actions for findings in Markdown documents. */
export function codeActions(services: Services): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new FixProvider(services), {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  });
}

class FixProvider implements vscode.CodeActionProvider {
  constructor(private readonly services: Services) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const analysis = this.services.analyses.of(document);
    if (analysis === undefined) return [];
    if (only !== undefined && vscode.CodeActionKind.Source.contains(only)) {
      return only.contains(FIX_ALL) ? this.sourceActions(document, analysis) : [];
    }
    return only === undefined || only.contains(vscode.CodeActionKind.QuickFix)
      ? this.quickFixes(document, analysis, range)
      : [];
  }

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction {
    if (action instanceof FixAllAction && action.edit === undefined) {
      const { document, options } = action;
      action.edit = toWorkspaceEdit(
        document.uri,
        fixAllEdits(this.services.analyses, document, options).edits,
      );
    }
    return action;
  }

  private sourceActions(document: vscode.TextDocument, analysis: Analysis): vscode.CodeAction[] {
    const all = fixAll(analysis);
    return all ? [this.resolveCodeAction(togetherAction(document, FIX_ALL, all))] : [];
  }

  private quickFixes(
    document: vscode.TextDocument,
    analysis: Analysis,
    range: vscode.Range,
  ): vscode.CodeAction[] {
    const here = analysis.findings.filter(
      (finding) => toRange(finding.range).intersection(range) !== undefined,
    );
    const actions = here.flatMap((finding) => [
      ...this.fixesOf(document, analysis, finding),
      ...this.commandsOf(document, finding),
    ]);
    const preferred = actions.find((action) => action.isPreferred);
    // At most one action may be preferred, since "Auto Fix" applies the preferred one.
    for (const action of actions) action.isPreferred = action === preferred;
    const together = fixesTogether(analysis, here);
    return [
      ...actions,
      ...together.map((one) => togetherAction(document, vscode.CodeActionKind.QuickFix, one)),
    ];
  }

  /** The commands that correct a finding in other files. */
  private commandsOf({ uri }: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
    return (finding.commands ?? []).map((name) => {
      const title = TITLES[name]();
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.command = { command: `designDocs.${name}`, title, arguments: [uri] };
      action.diagnostics = [toDiagnostic(finding, this.services.extensionUri)];
      return action;
    });
  }

  private fixesOf(document: vscode.TextDocument, analysis: Analysis, finding: Finding): vscode.CodeAction[] {
    const diagnostic = toDiagnostic(finding, this.services.extensionUri);
    return offeredFixes(analysis, finding).map((fix) => {
      const action = new vscode.CodeAction(localized(fix.title), vscode.CodeActionKind.QuickFix);
      action.edit = toWorkspaceEdit(document.uri, fix.edits);
      action.diagnostics = [diagnostic];
      action.isPreferred = fix.applicability !== 'choice';
      return action;
    });
  }
}

function togetherAction(
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
  { title, options }: FixTogether,
): FixAllAction {
  return new FixAllAction(localized(title), kind, document, options);
}
