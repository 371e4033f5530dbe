/** Code lenses on the title and the plan, and the commands behind them. */

import type { CodeLens, CodeLensParams, Command, ExecuteCommandParams } from 'vscode-languageserver/node';
import { MessageType } from 'vscode-languageserver/node';
import type { Analysis } from '../core/analysis/analyze';
import type { Lens } from '../core/features/lenses';
import { planLenses } from '../core/features/lenses';
import type { Edits, Refusal } from '../core/plan/change';
import { insertionEdit, isRefused } from '../core/plan/change';
import { completeTask } from '../core/planEdits/complete';
import { findTask } from '../core/planEdits/move';
import { newStep } from '../core/planEdits/newTask';
import { startWith } from '../core/planEdits/startWith';
import { readiness } from '../core/review/readiness';
import { lastName } from '../core/text/paths';
import { fileStatesOf } from '../core/tools/evidence';
import { openFileStates } from '../node/check/fileStates';
import { count } from '../node/program/messages';
import { toWorkspaceEdit } from './convert';
import type { OpenDocument } from './documents';
import { refusal } from './log';
import type { Services } from './services';

/** The kinds of lenses whose commands the server can carry out, with the names of those commands. */
const COMMANDS = {
  ready: 'design-docs.checkReady',
  findings: 'design-docs.checkReady',
  start: 'design-docs.startMilestone',
  addStep: 'design-docs.addStep',
  complete: 'design-docs.completeTask',
} as const satisfies Partial<Record<Lens['kind'], string>>;

/** The names of all commands. */
export const commandNames: readonly string[] = [...new Set(Object.values(COMMANDS))];

/** How many reasons a message shows. */
const SHOWN_REASONS = 5;

/** Where a command applies. */
interface Target {
  readonly uri: string;
  readonly line: number;
  /** The title of the task, in case that the line has moved. */
  readonly title: string;
}

/** The lenses of a document. Those without a command that can be carried out are left out. */
export async function codeLenses(
  { client, documents }: Services,
  { textDocument: { uri } }: CodeLensParams,
): Promise<CodeLens[]> {
  const document = client.appliesEdits ? await documents.analyzed(uri) : undefined;
  if (!document) return [];
  return planLenses(document.analysis).flatMap((lens): CodeLens[] => {
    const { line } = lens;
    const command = commandOf(lens, uri);
    if (!command) return [];
    const text = document.analysis.document.lineAt(line)?.text ?? '';
    const place = { line, character: text.length - text.trimStart().length };
    return [{ range: { start: place, end: place }, command }];
  });
}

function commandOf(lens: Lens, uri: string): Command | undefined {
  if (lens.kind === 'progress' || lens.kind === 'handOff') return undefined;
  const { line } = lens;
  const target: Target = { uri, line, title: 'title' in lens ? lens.title : '' };
  return { title: titleOf(lens), command: COMMANDS[lens.kind], arguments: [target] };
}

function titleOf(lens: Exclude<Lens, { kind: 'progress' }>): string {
  switch (lens.kind) {
    case 'ready':
      return lens.count === 0 ? 'Ready for review' : `Not ready: ${count(lens.count, 'reason')}`;
    case 'findings':
      return lens.count === 0 ? 'No findings' : count(lens.count, 'finding');
    case 'start':
      return 'Start';
    case 'addStep':
      return 'Add Step';
    case 'complete':
      return 'Complete';
    case 'handOff':
      return 'Hand Off';
  }
}

type PlanCommand = (analysis: Analysis, line: number) => Edits | Refusal;

/** The commands that change a plan. A click is the word of a person, so completing a task needs no evidence. */
const CHANGES: Readonly<Record<string, PlanCommand>> = {
  [COMMANDS.start]: (analysis, line) => startWith(analysis, line, {}),
  [COMMANDS.complete]: (analysis, line) => completeTask(analysis, line, { byHand: true }),
  [COMMANDS.addStep]: (analysis, line) => {
    const insertion = newStep(analysis, line);
    return isRefused(insertion) ? insertion : { edits: [insertionEdit(insertion)] };
  },
};

/** Carries out a command. The editor gets an error with a message for the user if it cannot be done. */
export async function execute(services: Services, { command, arguments: given }: ExecuteCommandParams) {
  const change = CHANGES[command];
  if (!change && command !== COMMANDS.ready) throw refusal(`There is no command "${command}".`);
  const target = readTarget(given?.[0]);
  const document = target && (await services.documents.analyzed(target.uri));
  if (!document) throw refusal('The command applies to an open design doc, and there is none.');
  if (change) await applyChange(services, document, target, change);
  else await showReadiness(services, document);
  return null;
}

function readTarget(given: unknown): Target | undefined {
  if (typeof given !== 'object' || given === null || !('uri' in given)) return undefined;
  const { uri } = given;
  const line = 'line' in given ? given.line : 0;
  const title = 'title' in given ? given.title : '';
  const isValid = typeof uri === 'string' && Number.isInteger(line) && typeof title === 'string';
  return isValid ? { uri, line: Number(line), title } : undefined;
}

async function applyChange(
  { client, connection }: Services,
  { uri, version, analysis }: OpenDocument,
  { line, title }: Target,
  change: PlanCommand,
): Promise<void> {
  if (findTask(analysis.plan.milestones, line)?.title !== title)
    throw refusal('The document has changed, and the step is no longer where it was. Try again.');
  const changed = change(analysis, line);
  if (isRefused(changed)) throw refusal(String(changed.refused));
  if (changed.edits.length === 0) return;
  const edit = toWorkspaceEdit(client, [{ uri, version, edits: changed.edits }]);
  const { applied, failureReason } = await connection.workspace.applyEdit({ label: 'Design Docs', edit });
  if (!applied) throw refusal(`The editor did not change the document. ${failureReason ?? ''}`.trim());
}

async function showReadiness({ log }: Services, document: OpenDocument): Promise<void> {
  const { place, path, analysis } = document;
  const states = openFileStates(place.folder, log.note);
  const { ready, isDraft, reasons } = readiness(
    analysis,
    await fileStatesOf(states, { path: place.file, analysis }),
  );
  const name = lastName(path);
  if (ready) {
    log.show(MessageType.Info, isDraft ? `${name} is ready for review.` : `${name} has no findings.`);
    return;
  }
  const shown = reasons.slice(0, SHOWN_REASONS).map(({ line, message }) => `${line + 1}: ${message}`);
  const more = reasons.length > SHOWN_REASONS ? [`and ${reasons.length - SHOWN_REASONS} more`] : [];
  const verdict = isDraft
    ? `${name} is not ready for review, for ${count(reasons.length, 'reason')}:`
    : `${name} has ${count(reasons.length, 'finding')}:`;
  log.show(MessageType.Warning, [verdict, ...shown, ...more].join('\n'));
}
