/** The prompts of New Design Doc, for the values that its arguments do not provide. */

import * as vscode from 'vscode';
import type { TemplateSource } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import type { Services } from '../services/services';
import { chooseFolder, designFolders, folderItems, homeOf, knownFolder } from './folders';
import type { Answer, Prompt, PromptPlace } from './quickInput';
import { askText, pickOne, runPrompts } from './quickInput';
import { templatesToOffer } from './templatesToOffer';

/** The values that the caller provides. */
export interface NewDocRequest {
  readonly title?: string;
  /** A template's name. */
  readonly template?: string;
  /** A path inside the workspace folder. */
  readonly folder?: string;
}

/** All values that are needed to write the document. */
export interface NewDocOrder {
  readonly workspaceFolder: vscode.WorkspaceFolder;
  readonly template: TemplateSource;
  readonly title: string;
  readonly folder: string;
  /** True if the user chose the folder, which should then be saved as the setting. */
  readonly remember: boolean;
}

/** Prompts for the missing values. Undefined if the user cancels; throws a `UserError` if no folder is open. */
export async function askForNewDoc(
  services: Services,
  request: NewDocRequest,
): Promise<NewDocOrder | undefined> {
  const workspaceFolder = await askWorkspaceFolder();
  if (workspaceFolder === undefined) return undefined;
  const known = await templatesToOffer(services, workspaceFolder);
  const existing = await designFolders(services.templates, workspaceFolder);
  let template = namedTemplate(known, request.template);
  let { title } = request;
  let chosen: string | undefined;
  const folder = (): string | undefined =>
    request.folder ?? (template && homeOf(template)) ?? chosen ?? knownFolder(workspaceFolder, existing);
  const mayAskTemplate = request.template === undefined && known.length > 1;
  const mayLackHome = (mayAskTemplate ? known : [template]).some((one) => !one || homeOf(one) === undefined);
  const mayAskFolder =
    mayLackHome && (request.folder ?? knownFolder(workspaceFolder, existing)) === undefined;
  // The folder may follow from the template, so the template comes first.
  const prompts: readonly Prompt[] = [
    prompt(
      mayAskTemplate,
      () => true,
      (place) => pickOne(templateItems(known), vscode.l10n.t('Which template?'), place),
      (item) => {
        template = item.entry;
      },
    ),
    prompt(
      request.title === undefined,
      () => true,
      askTitle,
      (text) => {
        title = text;
      },
    ),
    prompt(
      mayAskFolder,
      () => chosen !== undefined || folder() === undefined,
      (place) => askFolder(workspaceFolder, existing, place),
      (path) => {
        chosen = path;
      },
    ),
  ];
  if (!(await runPrompts(prompts))) return undefined;
  const path = folder();
  if (template === undefined || title === undefined || path === undefined) return undefined;
  return { workspaceFolder, template, title, folder: path, remember: chosen !== undefined };
}

function prompt<T>(
  possible: boolean,
  needed: () => boolean,
  show: (place: PromptPlace) => Promise<Answer<T>>,
  store: (value: T) => void,
): Prompt {
  return {
    possible,
    needed: () => possible && needed(),
    async ask(place) {
      const answer = await show(place);
      if (answer === 'back' || answer === 'cancelled') return answer;
      store(answer.value);
      return 'answered';
    },
  };
}

/** The only workspace folder, or the one that the user picks. Throws a `UserError` if no folder is open. */
export async function askWorkspaceFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first, ...others] = folders;
  if (first === undefined) {
    const message = vscode.l10n.t('A design doc needs a workspace folder. Open one and try again.');
    throw new UserError('no-folder', message);
  }
  if (others.length === 0) return first;
  const placeHolder = vscode.l10n.t('In which folder of the workspace?');
  return vscode.window.showWorkspaceFolderPick({ placeHolder, ignoreFocusOut: true });
}

/**
 * The template with a name, or the first one if `name` is undefined. Throws a `UserError` if no template has the name.
 */
export function namedTemplate(
  known: readonly TemplateSource[],
  name: string | undefined,
): TemplateSource | undefined {
  if (name === undefined) return known[0];
  const found = known.find(({ template }) => template.name === name);
  if (found) return found;
  const names = known.map(({ template }) => template.name).join(', ');
  throw new UserError(
    'no-template',
    vscode.l10n.t('There is no template "{0}". Available templates: {1}.', name, names),
  );
}

function templateItems(
  known: readonly TemplateSource[],
): (vscode.QuickPickItem & { entry: TemplateSource })[] {
  return known.map((entry) => ({
    label: entry.template.name,
    description: entry.bundled ? vscode.l10n.t('built in') : entry.path,
    detail: entry.template.sections.map(({ title }) => title).join(', '),
    entry,
  }));
}

function askTitle(place: PromptPlace): Promise<Answer<string>> {
  return askText(
    vscode.l10n.t('The file is named after the title, with the next free number in front.'),
    vscode.l10n.t('Title, such as "Offline Mode for the Reader"'),
    (text) => (text.trim() === '' ? vscode.l10n.t('A design doc needs a title.') : undefined),
    place,
  );
}

async function askFolder(
  workspaceFolder: vscode.WorkspaceFolder,
  existing: readonly string[],
  place: PromptPlace,
): Promise<Answer<string>> {
  const other = {
    label: vscode.l10n.t('Choose another folder…'),
    iconPath: new vscode.ThemeIcon('folder-opened'),
  };
  const items = [...folderItems(existing), other];
  const answer = await pickOne(items, vscode.l10n.t('In which folder do design docs live?'), place);
  if (answer === 'back' || answer === 'cancelled') return answer;
  if (answer.value !== other) return { value: answer.value.label };
  const path = await chooseFolder(workspaceFolder);
  return path === undefined ? 'cancelled' : { value: path };
}
