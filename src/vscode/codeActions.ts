/** The light bulb: what findings offer where the cursor is, and "fix all" as a source action. */

import * as vscode from 'vscode';
import type { Analysis } from '../core/analysis';
import type { Finding } from '../core/check';
import { togetherTitle } from '../core/rules/index';
import { toDiagnostic, toRange, toWorkspaceEdit } from './convert';
import { fixAllEdits } from './fixAll';
import type { Services } from './services';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('designDocs');

/** An action whose edit is worked out only when somebody wants it. */
class FixAllAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly rules?: readonly string[],
  ) {
    super(title, kind);
  }
}

/** Offers the fixes of findings for Markdown documents. */
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
      const { document, rules } = action;
      action.edit = toWorkspaceEdit(document.uri, fixAllEdits(this.services.analyses, document, rules));
    }
    return action;
  }

  private sourceActions(document: vscode.TextDocument, { findings }: Analysis): vscode.CodeAction[] {
    const count = findings.filter(isFixable).length;
    return count === 0
      ? []
      : [this.resolveCodeAction(new FixAllAction(fixAllTitle(count), FIX_ALL, document))];
  }

  private quickFixes(
    document: vscode.TextDocument,
    { findings }: Analysis,
    range: vscode.Range,
  ): vscode.CodeAction[] {
    const here = findings.filter((finding) => toRange(finding.range).intersection(range) !== undefined);
    const actions = here.flatMap((finding) => this.fixesOf(document, finding));
    const preferred =
      here.findIndex(isFixable) < 0 ? undefined : actions.find((action) => action.isPreferred);
    // Exactly one action may be preferred, or "Auto Fix" would not know which to take.
    for (const action of actions) action.isPreferred = action === preferred;
    return [...actions, ...fixAllActions(document, findings, here)];
  }

  private fixesOf(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
    const diagnostic = toDiagnostic(finding, this.services.extensionUri);
    const fixes = [...(finding.fix ? [finding.fix] : []), ...(finding.choices ?? [])];
    return fixes.map((fix) => {
      const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
      action.edit = toWorkspaceEdit(document.uri, fix.edits);
      action.diagnostics = [diagnostic];
      action.isPreferred = fix === finding.fix;
      return action;
    });
  }
}

/** What goes beyond one finding: all of a rule that speaks here, and all of the document. */
function fixAllActions(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  here: readonly Finding[],
): vscode.CodeAction[] {
  const fixable = findings.filter(isFixable);
  if (here.length === 0 || fixable.length < 2) return [];
  const actions = [];
  for (const rule of new Set(here.filter(isFixable).map((finding) => finding.rule))) {
    const count = fixable.filter((finding) => finding.rule === rule).length;
    if (count < 2) continue;
    actions.push(
      new FixAllAction(togetherTitle(rule, count), vscode.CodeActionKind.QuickFix, document, [rule]),
    );
  }
  const title = fixAllTitle(fixable.length);
  return [...actions, new FixAllAction(title, vscode.CodeActionKind.QuickFix, document)];
}

function fixAllTitle(count: number): string {
  return count === 1
    ? vscode.l10n.t('Fix the one fixable design-doc finding')
    : vscode.l10n.t('Fix all {0} fixable design-doc findings', count);
}

function isFixable(finding: Finding): boolean {
  return finding.fix !== undefined;
}
