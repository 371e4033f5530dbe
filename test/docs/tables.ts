/** Generates the tables of docs/vscode.md, each between two comments with its name. */

import { commands } from '../../src/vscode/manifest/commands';
import type { CommandEntry, MenuPlace } from '../../src/vscode/manifest/places';
import type { Setting } from '../../src/vscode/manifest/setting';
import { settings } from '../../src/vscode/manifest/settings';
import { views } from '../../src/vscode/manifest/views';
import { readRepo } from '../fixture';

const PLACES: Readonly<Record<MenuPlace['menu'], string>> = {
  'file/newFile': 'New File…',
  'view/title': 'title',
  'view/item/context': 'row',
  'editor/context': 'editor menu',
  'editor/title': 'editor title',
  'explorer/context': 'Explorer',
  'designDocs.editor': 'editor menu',
  'designDocs.explorer': 'Explorer',
  'comments/commentThread/title': 'comment',
  'comments/commentThread/context': 'comment',
};

export const TABLES_PAGE = 'docs/vscode.md';

/** The text of the page with up-to-date tables. Throws if the comments of a table are missing. */
export function withTables(): string {
  const tables = { commands: commandsTable(), settings: settingsTable() };
  return Object.entries(tables).reduce(withTable, readRepo(TABLES_PAGE));
}

function withTable(page: string, [name, rows]: readonly [string, readonly string[]]): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${TABLES_PAGE} has no ${start} … ${end}`);
  return `${before}${start}\n\n${rows.join('\n')}\n\n${end}${after}`;
}

function commandsTable(): string[] {
  const rows = Object.values(commands).map(
    (command: CommandEntry) => `| ${command.title} | ${keyText(command)} | ${placesOf(command).join(', ')} |`,
  );
  return ['| command | key | found in |', '| --- | --- | --- |', ...rows];
}

/** The key in the usual spelling: `Alt+Shift+N`; empty for a command without a key. */
export function keyText({ key: own }: CommandEntry): string {
  if (!own) return '';
  return own.key.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function placesOf({ palette, menus = [] }: CommandEntry): string[] {
  const places = menus.map((place) => PLACES[place.menu] + viewOf(place));
  return [...(palette === 'false' ? [] : ['palette']), ...new Set(places)];
}

function viewOf({ when }: MenuPlace): string {
  const view = Object.values(views).find(({ id }) => when?.includes(`view == ${id}`));
  return view ? ` of the ${view.name} view` : '';
}

function settingsTable(): string[] {
  const rows = Object.values(settings).map(({ id, values, default: otherwise, text }: Setting<unknown>) => {
    const choices = Object.keys(values.schema.choices ?? {}).map((word) => ` \`${word}\``);
    return `| \`${id}\` | \`${JSON.stringify(otherwise)}\` | ${firstSentence(text)}${choices} |`;
  });
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...rows];
}

function firstSentence(text: string): string {
  return /^.*?[.?](?= |$)/.exec(text)?.[0] ?? text;
}
