/** Code actions: the proved fixes of the findings in a range, several at once, and "fix all" as a source action. */

import type { CodeAction, CodeActionParams, Range } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { Finding } from '../core/analysis/check';
import type { Applicability } from '../core/edits/problem';
import type { FixOptions } from '../core/fix/fixText';
import { fixableFindings, fixText, insertableFindings } from '../core/fix/fixText';
import { offeredFixes } from '../core/fix/proof';
import { togetherTitle } from '../core/rules/index';
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
  const count = fixableFindings(document.analysis).size;
  return count === 0 ? [] : [together(document, fixAllTitle(count), FIX_ALL)];
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
    ...severalFixes(document, here),
  ];
}

function fixesOf({ analysis }: OpenDocument, finding: Finding): Proposed[] {
  return offeredFixes(analysis, finding).map(({ title, edits, applicability }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding)],
    isPreferred: applicability !== 'choice',
    edits,
  }));
}

/** Actions for more than one finding: all findings of a rule that reports here, and all of the document. */
function severalFixes(document: OpenDocument, here: readonly Finding[]): Proposed[] {
  if (here.length === 0) return [];
  const fixable = fixableFindings(document.analysis);
  const insertable = insertableFindings(document.analysis);
  const actions = [
    ...ruleActions(document, here, fixable, 'safe'),
    ...ruleActions(document, here, insertable, 'scaffold'),
  ];
  if (fixable.size > 1) actions.push(together(document, fixAllTitle(fixable.size), CodeActionKind.QuickFix));
  return actions;
}

/** One action for each rule that reports here and has several findings with fixes of this applicability. */
function ruleActions(
  document: OpenDocument,
  here: readonly Finding[],
  fixable: ReadonlySet<Finding>,
  applicability: Applicability,
): Proposed[] {
  const ids = new Set(here.filter((finding) => fixable.has(finding)).map(({ rule }) => rule));
  return [...ids].flatMap((id) => {
    const count = [...fixable].filter(({ rule }) => rule === id).length;
    const options = { rules: [id], applicability: [applicability] };
    return count < 2 ? [] : [together(document, togetherTitle(id, count), CodeActionKind.QuickFix, options)];
  });
}

/** An action that makes many changes as one edit. */
function together(
  { analysis, environment }: OpenDocument,
  title: string,
  kind: string,
  options?: FixOptions,
): Proposed {
  const { text } = analysis.document;
  const change = changeBetween(text, fixText(text, environment, options).text);
  return { title, kind, edits: change ? [change] : [] };
}

function fixAllTitle(count: number): string {
  return count === 1
    ? 'Fix the one fixable design-doc finding'
    : `Fix all ${count} fixable design-doc findings`;
}
