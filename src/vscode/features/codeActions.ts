/** Code actions: quick fixes for the findings at the cursor, and "fix all" as a source action. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import type { Applicability } from '../../core/edits/problem';
import type { FixOptions } from '../../core/fix/fixText';
import { fixableFindings, insertableFindings } from '../../core/fix/fixText';
import { offeredFixes } from '../../core/fix/proof';
import { togetherTitle } from '../../core/rules/index';
import { toDiagnostic, toRange, toWorkspaceEdit } from '../documents/convert';
import { commands } from '../manifest/commands';
import type { Services } from '../services/services';
import { fixAllEdits } from './fixAll';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('designDocs');

/** An action whose edit is computed lazily, when VS Code resolves it. */
class FixAllAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly options?: FixOptions,
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
    const count = fixableFindings(analysis).size;
    return count === 0
      ? []
      : [this.resolveCodeAction(new FixAllAction(fixAllTitle(count), FIX_ALL, document))];
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
    return [...actions, ...fixAllActions(document, analysis, here)];
  }

  /** The commands that correct a finding in other files. */
  private commandsOf({ uri }: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
    return (finding.commands ?? []).map((name) => {
      const { title } = commands[name];
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.command = { command: `designDocs.${name}`, title, arguments: [uri] };
      action.diagnostics = [toDiagnostic(finding, this.services.extensionUri)];
      return action;
    });
  }

  private fixesOf(document: vscode.TextDocument, analysis: Analysis, finding: Finding): vscode.CodeAction[] {
    const diagnostic = toDiagnostic(finding, this.services.extensionUri);
    return offeredFixes(analysis, finding).map((fix) => {
      const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
      action.edit = toWorkspaceEdit(document.uri, fix.edits);
      action.diagnostics = [diagnostic];
      action.isPreferred = fix.applicability !== 'choice';
      return action;
    });
  }
}

/** Actions for more than one finding: all findings of a rule that reports here, and all of the document. */
function fixAllActions(
  document: vscode.TextDocument,
  analysis: Analysis,
  here: readonly Finding[],
): vscode.CodeAction[] {
  if (here.length === 0) return [];
  const fixable = fixableFindings(analysis);
  const actions = [
    ...ruleActions(document, here, fixable, 'safe'),
    ...ruleActions(document, here, insertableFindings(analysis), 'scaffold'),
  ];
  return fixable.size < 2
    ? actions
    : [...actions, new FixAllAction(fixAllTitle(fixable.size), vscode.CodeActionKind.QuickFix, document)];
}

/** One action for each rule that reports here and has several findings with fixes of this applicability. */
function ruleActions(
  document: vscode.TextDocument,
  here: readonly Finding[],
  fixable: ReadonlySet<Finding>,
  applicability: Applicability,
): vscode.CodeAction[] {
  const ids = new Set(here.filter((finding) => fixable.has(finding)).map(({ rule }) => rule));
  return [...ids].flatMap((id) => {
    const count = [...fixable].filter(({ rule }) => rule === id).length;
    const options = { rules: [id], applicability: [applicability] };
    const title = togetherTitle(id, count);
    return count < 2 ? [] : [new FixAllAction(title, vscode.CodeActionKind.QuickFix, document, options)];
  });
}

function fixAllTitle(count: number): string {
  return count === 1
    ? vscode.l10n.t('Fix the one fixable design-doc finding')
    : vscode.l10n.t('Fix all {0} fixable design-doc findings', count);
}
