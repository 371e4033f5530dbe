/** Code actions: quick fixes for the findings at the cursor, and "fix all" as a source action. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import { fixesAgain } from '../../core/fix/again';
import type { FixTogether } from '../../core/fix/fixTogether';
import { fixAll, fixesTogether } from '../../core/fix/fixTogether';
import { offeredFixes } from '../../core/fix/proof';
import type { TextEdit } from '../../core/text/text';
import { toDiagnostic, toRange, toTextEdit, toWorkspaceEdit } from '../documents/convert';
import { anchorsRenamedBy, linkingFiles } from '../listing/followRenames';
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

/** How often an edit is computed again because the document changes meanwhile. */
const ATTEMPTS = 5;

/** An action whose edit is computed lazily, when VS Code resolves it. */
class FixAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    /** The edits of the current version of the document; undefined if there is nothing left to fix. */
    readonly edits: () => readonly TextEdit[] | undefined,
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
  ): vscode.ProviderResult<vscode.CodeAction[]> {
    const analysis = this.services.analyses.of(document);
    if (analysis === undefined) return [];
    if (only !== undefined && vscode.CodeActionKind.Source.contains(only)) {
      return only.contains(FIX_ALL) ? this.sourceActions(document, analysis) : [];
    }
    return only === undefined || only.contains(vscode.CodeActionKind.QuickFix)
      ? this.quickFixes(document, analysis, range)
      : [];
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (action instanceof FixAction && action.edit === undefined) {
      const edit = await editOf(action);
      if (edit) action.edit = edit;
    }
    return action;
  }

  private async sourceActions(
    document: vscode.TextDocument,
    analysis: Analysis,
  ): Promise<vscode.CodeAction[]> {
    const all = fixAll(analysis);
    return all ? [await this.resolveCodeAction(this.togetherAction(document, FIX_ALL, all))] : [];
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
      ...together.map((one) => this.togetherAction(document, vscode.CodeActionKind.QuickFix, one)),
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
    return offeredFixes(analysis, finding).map(({ title, applicability }) => {
      const action = new FixAction(localized(title), vscode.CodeActionKind.QuickFix, document, () => {
        const now = this.services.analyses.of(document);
        const fixes = now ? fixesAgain(now, finding) : [];
        return fixes.find((fix) => String(fix.title) === String(title))?.edits;
      });
      action.diagnostics = [diagnostic];
      action.isPreferred = applicability !== 'choice';
      return action;
    });
  }

  private togetherAction(
    document: vscode.TextDocument,
    kind: vscode.CodeActionKind,
    { title, options }: FixTogether,
  ): FixAction {
    return new FixAction(
      localized(title),
      kind,
      document,
      () => fixAllEdits(this.services.analyses, document, options).edits,
    );
  }
}

/**
 * The edit of an action, with the links of other files to headings that it renames; undefined if it is obsolete. To read
 * the other files takes time, so an edit for a version of the document that is outdated then is computed again.
 */
async function editOf({ document, edits }: FixAction): Promise<vscode.WorkspaceEdit | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { version } = document;
    const own = edits();
    if (own === undefined) return undefined;
    const renamed = anchorsRenamedBy(document, own);
    const linking = renamed.names.size > 0 ? await linkingFiles(document.uri, renamed) : [];
    if (document.version !== version) continue;
    const edit = toWorkspaceEdit(document.uri, own);
    for (const { uri, edits: links } of linking) edit.set(uri, links.map(toTextEdit));
    return edit;
  }
  return undefined;
}
