import * as vscode from 'vscode';
import { addComment as added } from '../../../core/comments/change';
import { plainText } from '../../../core/document/plainText';
import { UserError } from '../../../core/text/userError';
import { readCommentArgument } from '../../comments/argument';
import { changeComment, remarkOf } from '../../comments/change';
import { textEditorOf } from '../../documents/editQueue';
import { pickItem } from '../../inputs/pickItem';
import type { Services } from '../../services/services';
import type { Command } from '../command';

/**
 * Adds a review comment on the block at `line` of the argument, from 0, in the document at `uri`, with its `text`.
 * Otherwise the user is asked for the text and, without a cursor, for the section.
 */
export const addComment: Command = async (services, argument) => {
  const given = readCommentArgument(argument);
  const uri = given.uri ?? services.active.uri;
  if (!uri) throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  const line = given.line ?? textEditorOf(uri)?.selection.active.line ?? (await askForLine(services, uri));
  if (line === undefined) return;
  const text = given.text ?? (await askForText());
  if (text === undefined) return;
  const remark = await remarkOf(services, uri, text);
  await changeComment(services, uri, (document) => added(document, line, remark));
};

function askForText(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Add Comment'),
    prompt: vscode.l10n.t('It is kept in the document, below the block that it is about.'),
    placeHolder: vscode.l10n.t('A question or a wish'),
    // The block is read beside the question.
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Write something.') : undefined),
  });
}

/** The line of a heading that the user chooses: editors without a text cursor do not say where the user is. */
async function askForLine({ analyses }: Services, uri: vscode.Uri): Promise<number | undefined> {
  const analysis = analyses.of(await vscode.workspace.openTextDocument(uri));
  const items = (analysis?.document.sections ?? []).map(({ heading }) => ({
    label: plainText(heading.text),
    line: heading.range.start.line,
  }));
  const placeHolder = vscode.l10n.t('The section that the comment is about');
  return (await pickItem(items, { placeHolder }))?.line;
}
