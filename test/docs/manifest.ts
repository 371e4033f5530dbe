/** Generates package.json and package.nls.json: commands, settings, the view and tools. */

import { levelsSchema } from '../../src/core/config/readConfig';
import { tools } from '../../src/core/tools/index';
import type { Tool } from '../../src/core/tools/tool';
import { colors } from '../../src/vscode/manifest/colors';
import type { CommandEntry } from '../../src/vscode/manifest/commands';
import { commands } from '../../src/vscode/manifest/commands';
import type { MenuPlace } from '../../src/vscode/manifest/places';
import type { Setting } from '../../src/vscode/manifest/settings';
import { settings } from '../../src/vscode/manifest/settings';
import { taskArguments, trust, views, welcome } from '../../src/vscode/manifest/views';
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
    colors: Object.entries(colors).map(([name, { id, text: description, defaults }]) => ({
      id,
      description: text(`color.${name}`, description),
      defaults,
    })),
    languageModelTools: tools.map(contributedTool),
  });
  Object.assign(value.contributes.configuration, {
    properties: Object.fromEntries(list.map((setting, at) => [setting.id, property(setting, at, text)])),
  });
  return { manifest: value, texts };
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
    'comments/commentThread/title': [],
    'comments/commentThread/context': [],
  };
  for (const [name, { menus: places = [] }] of entries) {
    for (const { menu, when, group } of places) placed[menu].push({ command: idOf(name), when, group });
  }
  return { commandPalette: palette, ...placed };
}

function keybindings(): object[] {
  return entries.flatMap(([name, { key: own }]) => {
    if (!own) return [];
    const { key, when, selectsRow } = own;
    if (!selectsRow) return [{ key, command: idOf(name), when }];
    const args = { commands: ['list.selectAndPreserveFocus', idOf(name)] };
    return [{ key, command: 'runCommands', args, when }];
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
        Object.entries(levels).map(([rule, own]) => [rule, { type: 'string', ...own }]),
      ),
    }),
  };
}

function contributedTool(tool: Tool): object {
  const { title, description, input } = tool;
  return {
    name: editorName(tool),
    displayName: title,
    modelDescription: description,
    userDescription: /^[^.:]*/.exec(description)?.[0],
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
