/** Code actions: the proved fixes of the findings in a range, several at once, and "fix all" as a source action. */

import type { CodeAction, CodeActionParams, Range } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { Finding } from '../core/analysis/check';
import { fixText } from '../core/fix/fixText';
import type { FixTogether } from '../core/fix/fixTogether';
import { fixAll, fixesTogether } from '../core/fix/fixTogether';
import { offeredFixes } from '../core/fix/proof';
import type { TextEdit } from '../core/text/text';
import { changeBetween, comparePositions } from '../core/text/text';
import { toDiagnostic, toWorkspaceEdit } from './convert';
import type { OpenDocument } from './documents';
import type { Services } from './services';

/** The kind of the action that applies all safe fixes. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.designDocs`;

/** The code actions for a range. A client that wants no particular kind gets the fixes of findings. */
export async function codeActions(
  { client, documents }: Services,
  { textDocument, range, context: { only = [CodeActionKind.QuickFix] } }: CodeActionParams,
): Promise<CodeAction[]> {
  const document = await documents.analyzed(textDocument.uri);
  if (!document) return [];
  const isWanted = (kind: string): boolean =>
    only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
  const proposed = [
    ...(isWanted(CodeActionKind.QuickFix) ? quickFixes(document, range) : []),
    ...(isWanted(FIX_ALL) ? sourceActions(document) : []),
  ];
  return proposed.map(({ edits, ...action }) => ({
    ...action,
    edit: toWorkspaceEdit(client, [{ uri: document.uri, version: document.version, edits }]),
  }));
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
