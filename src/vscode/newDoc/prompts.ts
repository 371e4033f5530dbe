/** The prompts of New Design Doc, for the values that its arguments do not provide. */

import * as vscode from 'vscode';
import type { FolderContent } from '../../core/folder/nameSamples';
import { oneLineTitle } from '../../core/folder/naming';
import { newFileName } from '../../core/folder/newFileName';
import { asksAuthor } from '../../core/scaffold/asksAuthor';
import { purposeOf } from '../../core/template/purpose';
import type { TemplateSource } from '../../core/template/templateSet';
import { Message } from '../../core/text/message';
import { UserError } from '../../core/text/userError';
import { pathInside } from '../documents/paths';
import type { Answer, Prompt, PromptPlace } from '../inputs/prompts';
import { askText, pickOne, runPrompts } from '../inputs/prompts';
import { localized } from '../localization/localized';
import { today } from '../model/today';
import type { Services } from '../services/services';
import { contentOf } from './create';
import { chooseFolder, designFolders, folderItems, folderUri, homeOf, knownFolder } from './folders';
import { templatesToOffer } from './templatesToOffer';
import { askWorkspaceFolder } from './workspaceFolder';

/** The values that the caller provides. */
export interface NewDocRequest {
  readonly title?: string;
  /** A template's name. */
  readonly template?: string;
  /** A path inside the workspace folder. */
  readonly folder?: string;
  readonly workspaceFolder?: vscode.WorkspaceFolder;
}

/** All values that are needed to write the document. */
export interface NewDocOrder {
  readonly workspaceFolder: vscode.WorkspaceFolder;
  readonly template: TemplateSource;
  readonly title: string;
  readonly folder: string;
}

/** Prompts for the missing values. Undefined if the user cancels; throws a `UserError` if no folder is open. */
export async function askForNewDoc(
  services: Services,
  request: NewDocRequest,
): Promise<NewDocOrder | undefined> {
  const { active, authors } = services;
  const workspaceFolder = request.workspaceFolder ?? (await askWorkspaceFolder(active.uri));
  if (workspaceFolder === undefined) return undefined;
  const { sources: known, isSettled } = await templatesToOffer(services, workspaceFolder, {
    path: request.folder,
    isNamed: request.template !== undefined,
  });
  const existing = await designFolders(services.templates, workspaceFolder);
  let template = namedTemplate(known, request.template);
  let { title } = request;
  let chosen: string | undefined;
  const folder = (): string | undefined =>
    request.folder ?? (template && homeOf(template)) ?? chosen ?? knownFolder(workspaceFolder, existing);
  const mayAskTemplate = request.template === undefined && known.length > 1 && !isSettled;
  const mayLackHome = (mayAskTemplate ? known : [template]).some((one) => !one || homeOf(one) === undefined);
  const mayAskFolder =
    mayLackHome && (request.folder ?? knownFolder(workspaceFolder, existing)) === undefined;
  const mayAskTitle = request.title === undefined;
  // A caller that gives the title, such as another extension, is not asked for what a document can do without.
  const mayAskAuthor =
    mayAskTitle && !authors.wasAsked && (await authors.find(workspaceFolder.uri)) === undefined;
  // The folder may follow from the template, and the name of the file from the folder.
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
      mayAskFolder,
      () => chosen !== undefined || folder() === undefined,
      (place) => askFolder(workspaceFolder, existing, active.uri, place),
      (path) => {
        chosen = path;
      },
    ),
    prompt(
      mayAskTitle,
      () => true,
      async (place) => askTitle(await contentAt(services, workspaceFolder, folder()), place),
      (text) => {
        title = text;
      },
    ),
    prompt(
      mayAskAuthor,
      () => template !== undefined && asksAuthor(template.template),
      askAuthor,
      (name) => authors.remember(name),
    ),
  ];
  if (!(await runPrompts(prompts))) return undefined;
  const path = folder();
  if (template === undefined || title === undefined || path === undefined) return undefined;
  return { workspaceFolder, template, title, folder: path };
}

function prompt<T>(
  possible: boolean,
  needed: () => boolean,
  show: (place: PromptPlace) => Promise<Answer<T>>,
  store: (value: T) => void | Promise<void>,
): Prompt {
  return {
    possible,
    needed: () => possible && needed(),
    async ask(place) {
      const answer = await show(place);
      if (answer === 'back' || answer === 'cancelled') return answer;
      await store(answer.value);
      return 'answered';
    },
  };
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
    detail: purposeIn(entry),
    entry,
  }));
}

/** What a template is for; the words of a bundled one can be translated. */
function purposeIn({ template, bundled }: TemplateSource): string {
  const purpose = purposeOf(template);
  return bundled ? localized(new Message([purpose], [])) : purpose;
}

async function contentAt(
  { host, templates }: Services,
  workspaceFolder: vscode.WorkspaceFolder,
  folder: string | undefined,
): Promise<FolderContent> {
  return folder === undefined
    ? { names: [], documents: [], templates: [] }
    : contentOf(folderUri(workspaceFolder, folder), host, templates);
}

function askTitle(content: FolderContent, place: PromptPlace): Promise<Answer<string>> {
  const prompt = {
    prompt: vscode.l10n.t('The file is named after the title, like the files beside it.'),
    placeholder: vscode.l10n.t('Title, such as "Offline Mode for the Reader"'),
    problem: (text: string) =>
      oneLineTitle(text) === undefined ? vscode.l10n.t('A title needs a letter or a digit.') : undefined,
    outcome: (text: string) => newFileName(oneLineTitle(text) ?? text, content, today()).name,
  };
  return askText(prompt, place);
}

function askAuthor(place: PromptPlace): Promise<Answer<string>> {
  const prompt = {
    prompt: vscode.l10n.t('This is asked once. Leave it empty to write no author.'),
    placeholder: vscode.l10n.t('Author, such as "Ida Holm"'),
    problem: () => undefined,
  };
  return askText(prompt, place);
}

async function askFolder(
  workspaceFolder: vscode.WorkspaceFolder,
  existing: readonly string[],
  active: vscode.Uri | undefined,
  place: PromptPlace,
): Promise<Answer<string>> {
  const other = {
    label: vscode.l10n.t('Choose another folder…'),
    iconPath: new vscode.ThemeIcon('folder-opened'),
  };
  const activePath = active && pathInside(workspaceFolder.uri, active);
  const items = [...folderItems(existing, activePath), other];
  const answer = await pickOne(items, vscode.l10n.t('In which folder do design docs live?'), place);
  if (answer === 'back' || answer === 'cancelled') return answer;
  if (answer.value !== other) return { value: answer.value.label };
  const path = await chooseFolder(workspaceFolder, active);
  return path === undefined ? 'cancelled' : { value: path };
}
