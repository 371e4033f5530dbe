/** Code actions: the proved fixes of the findings in a range, several at once, and "fix all" as a source action. */

import type { CodeAction, CodeActionParams, Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { Finding } from '../core/analysis/check';
import type { RenamedAnchors } from '../core/edits/renamedAnchors';
import { renamedAnchors } from '../core/edits/renamedAnchors';
import { fixText } from '../core/fix/fixText';
import type { FixTogether } from '../core/fix/fixTogether';
import { fixAll, fixesTogether } from '../core/fix/fixTogether';
import { offeredFixes } from '../core/fix/proof';
import type { TextEdit } from '../core/text/text';
import { applyEdits, changeBetween, comparePositions } from '../core/text/text';
import { toDiagnostic, toWorkspaceEdit } from './convert';
import type { OpenDocument } from './documents';
import { inboundEdits } from './inboundEdits';
import { refusal } from './log';
import type { Services } from './services';

/** The kind of the action that applies all safe fixes. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.designDocs`;

/**
 * The code actions for a range. A client that wants no particular kind gets the fixes of findings. Those that rename an
 * anchor change links in other files, too; a client that resolves actions gets their edits when it carries one out.
 */
export async function codeActions(
  services: Services,
  { textDocument, range, context: { only = [CodeActionKind.QuickFix] } }: CodeActionParams,
): Promise<CodeAction[]> {
  const { client, documents } = services;
  const document = await documents.analyzed(textDocument.uri);
  if (!document) return [];
  const isWanted = (kind: string): boolean =>
    only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
  const proposed = [
    ...(isWanted(CodeActionKind.QuickFix) ? quickFixes(document, range) : []),
    ...(isWanted(FIX_ALL) ? sourceActions(document) : []),
  ];
  return proposed.map(({ edits, ...action }) => {
    const renamed = renamedBy(document, edits);
    if (client.resolvesActions && renamed.names.size > 0) {
      const { uri, version } = document;
      const data: Unresolved = { uri, version, edits };
      return { ...action, data };
    }
    return { ...action, edit: editOf(services, document, edits, renamed) };
  });
}

/** What an action needs that has no edit yet: its edits of one version of its document. */
interface Unresolved {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Adds the edit to an action that has none yet. Refuses one for another version of its document. */
export async function resolveAction(services: Services, action: CodeAction): Promise<CodeAction> {
  const data = action.data as Unresolved | undefined;
  if (action.edit || !data) return action;
  // Other programs may have added files.
  services.projects.renew();
  const document = await services.documents.analyzed(data.uri);
  if (document?.version !== data.version) {
    throw refusal('The document has changed since the action was offered. Try again.');
  }
  const { edits } = data;
  return { ...action, edit: editOf(services, document, edits, renamedBy(document, edits)) };
}

function renamedBy({ analysis, path }: OpenDocument, edits: readonly TextEdit[]): RenamedAnchors {
  const { text } = analysis.document;
  return renamedAnchors(path, text, applyEdits(text, edits));
}

/** The edits of a document, with those of the links in other files. */
function editOf(
  services: Services,
  document: OpenDocument,
  edits: readonly TextEdit[],
  renamed: RenamedAnchors,
): WorkspaceEdit {
  const own = { uri: document.uri, version: document.version, edits };
  return toWorkspaceEdit(services.client, [own, ...inboundEdits(services, document, renamed)]);
}

/** An action on one document. */
interface Proposed extends Omit<CodeAction, 'edit'> {
  readonly edits: readonly TextEdit[];
}

function sourceActions(document: OpenDocument): Proposed[] {
  const all = fixAll(document.analysis);
  return all ? [togetherAction(document, FIX_ALL, all)] : [];
}

function quickFixes(document: OpenDocument, { start, end }: Range): Proposed[] {
  const { analysis } = document;
  const here = analysis.findings.filter(
    ({ range }) => comparePositions(range.start, end) <= 0 && comparePositions(start, range.end) <= 0,
  );
  const single = here.flatMap((finding) => fixesOf(document, finding));
  // At most one action may be preferred, since "Auto Fix" applies the preferred one.
  const preferred = single.find(({ isPreferred }) => isPreferred);
  return [
    ...single.map((action) => ({ ...action, isPreferred: action === preferred })),
    ...fixesTogether(analysis, here).map((one) => togetherAction(document, CodeActionKind.QuickFix, one)),
  ];
}

function fixesOf({ analysis }: OpenDocument, finding: Finding): Proposed[] {
  return offeredFixes(analysis, finding).map(({ title, edits, applicability }) => ({
    title: String(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding)],
    isPreferred: applicability !== 'choice',
    edits,
  }));
}

/** An action that makes many changes as one edit. */
function togetherAction(
  { analysis, environment }: OpenDocument,
  kind: string,
  { title, options }: FixTogether,
): Proposed {
  const { text } = analysis.document;
  const change = changeBetween(text, fixText(text, environment, options).text);
  return { title: String(title), kind, edits: change ? [change] : [] };
}
