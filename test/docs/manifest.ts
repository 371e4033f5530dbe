/** Generates package.json and package.nls.json: commands, settings, the view and tools. */

import { levelsSchema } from '../../src/core/config/readConfig';
import { rules } from '../../src/core/rules/index';
import { tools } from '../../src/core/tools/index';
import type { Tool } from '../../src/core/tools/tool';
import { colors } from '../../src/vscode/manifest/colors';
import { commands } from '../../src/vscode/manifest/commands';
import type { CommandEntry, MenuPlace } from '../../src/vscode/manifest/places';
import type { Setting } from '../../src/vscode/manifest/setting';
import { settings } from '../../src/vscode/manifest/settings';
import { submenus } from '../../src/vscode/manifest/submenus';
import { markdownPreview, taskArguments, trust, views, welcome } from '../../src/vscode/manifest/views';
import { pictureOf, WALKTHROUGH, walkthrough, walkthroughSteps } from '../../src/vscode/manifest/walkthrough';
import { editorName } from '../../src/vscode/tools/names';
import { readRepo } from '../fixture';

/** The generated parts of package.json; the generator does not change the others. */
interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: object };
  readonly contributes: { readonly configuration: object };
}

const entries: readonly [string, CommandEntry][] = Object.entries(commands);
const list: readonly Setting<unknown>[] = Object.values(settings);

/** The text of package.json with up-to-date generated parts. */
export function manifest(): string {
  return json(build().manifest);
}

/** The text of package.nls.json, which is generated entirely. */
export function manifestTexts(): string {
  return json(build().texts);
}

/** One call creates a text and its key, so that neither exists without the other. */
function build(): { readonly manifest: object; readonly texts: object } {
  const texts: Record<string, string> = {};
  const text = (key: string, value: string): string => {
    texts[key] = value;
    return `%${key}%`;
  };
  const value: Manifest = JSON.parse(readRepo('package.json'));
  const { untrustedWorkspaces } = value.capabilities;
  Object.assign(untrustedWorkspaces, {
    description: text('trust', trust),
    restrictedConfigurations: list.filter(({ restricted }) => restricted).map(({ id }) => id),
  });
  Object.assign(value.contributes, {
    commands: entries.map(([name, { title, icon }]) => ({
      command: idOf(name),
      title: text(`command.${name}`, title),
      category: 'Design Docs',
      ...(icon !== undefined && { icon: `$(${icon})` }),
    })),
    taskDefinitions: [
      {
        type: 'design-docs',
        properties: {
          args: { type: 'array', items: { type: 'string' }, description: text('task.args', taskArguments) },
        },
      },
    ],
    // VS Code takes the translation of the address, which is that of a translated schema.
    jsonValidation: [
      { fileMatch: '.design-docs.json', url: text('configuration.schema', `./${schemaFile()}`) },
    ],
    submenus: Object.entries(submenus).map(([name, { id, label }]) => ({
      id,
      label: text(`submenu.${name}`, label),
    })),
    menus: menus(),
    keybindings: keybindings(),
    views: {
      designDocs: Object.entries(views).map(([name, { id, name: title, when, initialSize }]) => ({
        id,
        name: text(`view.${name}`, title),
        icon: 'media/activity.svg',
        contextualTitle: 'Design Docs',
        initialSize,
        ...(when !== undefined && { when }),
      })),
    },
    viewsWelcome: Object.entries(welcome).map(([name, own]) => ({
      view: own.view,
      contents: text(`welcome.${name}`, own.text),
      when: own.when,
    })),
    walkthroughs: [contributedWalkthrough(text)],
    colors: Object.entries(colors).map(([name, { id, text: description, defaults }]) => ({
      id,
      description: text(`color.${name}`, description),
      defaults,
    })),
    languageModelTools: tools.map((tool) => contributedTool(tool, text)),
    ...markdownPreview,
  });
  Object.assign(value.contributes.configuration, {
    properties: Object.fromEntries(list.map((setting, at) => [setting.id, property(setting, at, text)])),
  });
  return { manifest: value, texts };
}

/** The file with the JSON schema of the configuration, in English or in a language. */
export function schemaFile(language?: string): string {
  return `media/design-docs.schema.${language === undefined ? '' : `${language}.`}json`;
}

function idOf(name: string): string {
  return `designDocs.${name}`;
}

function menus(): object {
  const palette = entries.flatMap(([name, { palette: when }]) =>
    when === undefined ? [] : [{ command: idOf(name), when }],
  );
  const placed: Record<MenuPlace['menu'], object[]> = {
    'file/newFile': [],
    'view/title': [],
    'view/item/context': [],
    'editor/context': [],
    'editor/title': [],
    'explorer/context': [],
    'designDocs.editor': [],
    'designDocs.explorer': [],
    'comments/commentThread/title': [],
    'comments/commentThread/context': [],
  };
  for (const [name, { menus: places = [] }] of entries) {
    for (const { menu, when, group } of places) placed[menu].push({ command: idOf(name), when, group });
  }
  for (const { id, places } of Object.values(submenus)) {
    for (const { menu, when, group } of places) placed[menu].push({ submenu: id, when, group });
  }
  return { commandPalette: palette, ...placed };
}

function keybindings(): object[] {
  return entries.flatMap(([name, { key: own }]) => {
    if (!own) return [];
    const { key, when, selectsRow, keepsRows } = own;
    const keys = { key, ...(key.includes('ctrl+') && { mac: key.replaceAll('ctrl+', 'cmd+') }) };
    if (!selectsRow) return [{ ...keys, command: idOf(name), when }];
    const args = { commands: ['list.selectAndPreserveFocus', idOf(name)] };
    const select = { ...keys, command: 'runCommands', args, when };
    if (!keepsRows) return [select];
    return [select, { ...keys, command: idOf(name), when: `${when} && listMultiSelection` }];
  });
}

function property(
  setting: Setting<unknown>,
  at: number,
  text: (key: string, value: string) => string,
): object {
  const { id, scope, values, default: otherwise } = setting;
  const { choices, ...schema } = values.schema;
  const name = `setting.${id.replace('designDocs.', '')}`;
  const levels: object = levelsSchema().properties;
  return {
    ...schema,
    ...(choices && {
      enum: Object.keys(choices),
      enumDescriptions: Object.entries(choices).map(([word, does]) => text(`${name}.${word}`, does)),
    }),
    default: otherwise,
    scope,
    order: at + 1,
    markdownDescription: text(name, setting.text),
    ...(setting === settings.rules && {
      properties: Object.fromEntries(
        Object.entries(levels).map(([rule, own]) => {
          const description = text(`${name}.${rule}`, String(rules.find(({ id }) => id === rule)?.summary));
          return [rule, { type: 'string', ...own, description }];
        }),
      ),
    }),
  };
}

function contributedWalkthrough(text: (key: string, value: string) => string): object {
  const steps = Object.entries(walkthroughSteps).map(([name, step]) => {
    const { title, button, completedBy, picture } = step;
    const link = `[${button.label}](command:${idOf(button.command)})`;
    const lines = [step.text, link, ...('more' in step ? [step.more] : [])];
    return {
      id: name,
      title: text(`walkthrough.${name}.title`, title),
      description: text(`walkthrough.${name}.text`, lines.join('\n')),
      media: { svg: pictureOf(name), altText: text(`walkthrough.${name}.picture`, picture) },
      completionEvents: [button.command, ...completedBy].map((command) => `onCommand:${idOf(command)}`),
    };
  });
  const { title, text: description } = walkthrough;
  return {
    id: WALKTHROUGH,
    title: text('walkthrough.title', title),
    description: text('walkthrough.text', description),
    steps,
  };
}

function contributedTool(tool: Tool, text: (key: string, value: string) => string): object {
  const { name, title, description, input } = tool;
  return {
    name: editorName(tool),
    displayName: text(`tool.${name}`, String(title)),
    modelDescription: description,
    userDescription: text(`tool.${name}.text`, /^[^.:]*/.exec(description)?.[0] ?? ''),
    toolReferenceName: editorName(tool),
    canBeReferencedInPrompt: true,
    icon: '$(checklist)',
    tags: ['design-docs'],
    inputSchema: input,
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
