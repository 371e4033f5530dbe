/** The manifest, its texts and the code agree: each entry of one has its counterpart in the others. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { colors } from '../../src/vscode/manifest/colors';
import { commands } from '../../src/vscode/manifest/commands';
import type { Setting } from '../../src/vscode/manifest/setting';
import { settings } from '../../src/vscode/manifest/settings';
import { readRepo, root } from '../fixture';
import { keyText, TABLES_PAGE } from './tables';

interface Entry {
  /** Undefined for a submenu. */
  readonly command?: string;
  readonly submenu?: string;
  readonly group?: string;
  readonly when?: string;
  readonly args?: { readonly commands: readonly string[] };
}

/** The commands that work without a folder or a document, or say what to open. */
const ANYWHERE = ['newDesignDoc', 'openWalkthrough', 'showPlan', 'trySample'].map(
  (name) => `designDocs.${name}`,
);

interface Manifest {
  readonly contributes: {
    readonly commands: readonly (Entry & { readonly command: string })[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
    readonly keybindings: readonly (Entry & { readonly key: string; readonly mac?: string })[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly when: string }[];
    readonly mcpServerDefinitionProviders: readonly { readonly id: string }[];
    readonly configuration: { readonly properties: object };
  };
}

const text = readRepo('package.json');
const { contributes }: Manifest = JSON.parse(text);
const texts: Readonly<Record<string, string>> = JSON.parse(readRepo('package.nls.json'));
const ids = contributes.commands.map(({ command }) => command);
const { commandPalette = [], ...menus } = contributes.menus;
const placed = Object.values(menus).flat();
const clauses = [...commandPalette, ...placed, ...contributes.keybindings, ...contributes.viewsWelcome]
  .map(({ when = '' }) => when)
  .join('\n');

const files = readdirSync(path.join(root, 'src/vscode'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/vscode/${name.replaceAll(path.sep, '/')}`);
const code = files
  .filter((name) => !name.startsWith('src/vscode/manifest/'))
  .map((name) => readRepo(name))
  .join('\n');

function found(pattern: RegExp, within: string): Set<string> {
  return new Set([...within.matchAll(pattern)].map(([whole, part]) => part ?? whole));
}

/** The sorted elements of the first that are not in the second. */
function lacking(all: Iterable<string>, known: Iterable<string>): string[] {
  const set = new Set(known);
  return [...all].filter((one) => !set.has(one)).sort();
}

describe('a command', () => {
  it('exists where a menu, a key or a welcome text names it', () => {
    const named = [...commandPalette, ...placed, ...contributes.keybindings].flatMap(({ command, args }) =>
      command === 'runCommands' ? (args?.commands ?? []) : (command ?? []),
    );
    const linked = found(/\(command:([^)?]+)/g, Object.values(texts).join('\n'));
    const own = [...named, ...linked].filter((id) => !/^(?:vscode|list|workbench)\./.test(id));
    assert.deepEqual(lacking(own, ids), [], 'no such command in src/vscode/manifest/commands.ts');
  });

  it('is in the palette or in a menu', () => {
    const hidden = commandPalette.flatMap(({ when, command }) => (when === 'false' ? (command ?? []) : []));
    const reachable = [...lacking(ids, hidden), ...placed.flatMap(({ command }) => command ?? [])];
    assert.deepEqual(lacking(ids, reachable), [], 'give it a menu, or remove its `palette`');
  });

  it('is in the palette only where it can work', () => {
    const bounded = commandPalette.flatMap(({ command }) => command ?? []);
    assert.deepEqual(lacking(ids, bounded), ANYWHERE, 'give it a `palette`, or add it to ANYWHERE here');
  });

  it('is one icon at most in the title of an editor, and only for a design doc', () => {
    const titles = menus['editor/title'] ?? [];
    assert.equal(titles.filter(({ group }) => group?.startsWith('navigation')).length, 1);
    for (const { when } of titles) assert.match(when ?? '', /^designDocs\.active && /);
  });

  it('is in a submenu that is in a menu', () => {
    const own = Object.keys(menus).filter((name) => name.startsWith('designDocs.'));
    assert.deepEqual(new Set(placed.flatMap(({ submenu }) => submenu ?? [])), new Set(own));
  });

  it('has the keys that docs/vscode.md gives', () => {
    const keys = new Map(Object.values(commands).map((command) => [command.title, keyText(command)]));
    const named = [...readRepo(TABLES_PAGE).matchAll(/\*\*([^*]+)\*\*\s\(((?:Alt|Ctrl|Shift)\+[^)]+)\)/g)];
    assert.ok(named.length > 0);
    for (const [, title = '', key] of named) assert.equal(key, keys.get(title), `the key of "${title}"`);
  });
});

describe('a key', () => {
  it('types no character, as Alt with a letter does on macOS', () => {
    const keys = contributes.keybindings.flatMap(({ key, mac }) => [key, mac ?? key]);
    assert.deepEqual(
      keys.filter((key) => /(?:^|\s)(?:shift\+)?alt\+(?:shift\+)?[a-z0-9](?:\s|$)/.test(key)),
      [],
    );
    for (const { key, mac } of contributes.keybindings)
      assert.equal(mac, mac && key.replaceAll('ctrl', 'cmd'));
  });
});

describe('a setting', () => {
  it('is read by the code', () => {
    const used = found(/\b(?:settings\.|readSetting\((?!settings\b))(\w+)/g, code);
    assert.deepEqual(lacking(Object.keys(settings), used), [], 'settings that nothing reads');
  });

  it('accepts its default, and each value that the manifest lists', () => {
    for (const { values, default: otherwise } of Object.values<Setting<unknown>>(settings)) {
      const listed = Object.keys(values.schema.choices ?? {});
      assert.deepEqual([otherwise, ...listed].map(values.read), [otherwise, ...listed]);
    }
  });
});

describe('a colour', () => {
  it('is used by the code', () => {
    const used = found(/\bcolors\.(\w+)/g, code);
    assert.deepEqual(lacking(Object.keys(colors), used), [], 'colours that nothing uses');
  });
});

describe('a when clause', () => {
  it('uses exactly the context keys that the code sets', () => {
    const set = found(/setContext\(\s*'(designDocs\.\w+)'/g, code);
    const asked = found(
      /designDocs\.\w+/g,
      clauses.replaceAll(/(?:view|focusedView) == designDocs\.\w+/g, ''),
    );
    assert.deepEqual(lacking(asked, set), [], 'keys that nothing sets');
    assert.deepEqual(lacking(set, asked), [], 'keys that no clause uses');
  });

  it('uses exactly the context words of the rows of a view', () => {
    const files = ['plan/item.ts', 'plan/workItems.ts', 'documentsView/items.ts'];
    const items = files.map((file) => readRepo(`src/vscode/${file}`)).join('\n');
    const lines = (items.match(/(?:contextOf\(|words|contextValue =).*/g) ?? []).join('\n');
    const known = [...found(/'([\w ]+)'/g, lines)].flatMap((words) => words.split(' ').filter(Boolean));
    const asked = found(/\w+/g, [...found(/viewItem =~ \/\\b(.*?)\\b\//g, clauses)].join(' '));
    assert.deepEqual(lacking(asked, known), [], 'words that no row has');
    assert.deepEqual(lacking(known, asked), [], 'words that no clause uses');
  });

  it('uses views that exist', () => {
    const views = Object.values(contributes.views).flat();
    const asked = found(/(?:view|focusedView) == ([\w.]+)/g, clauses);
    assert.deepEqual(
      lacking(
        asked,
        views.map(({ id }) => id),
      ),
      [],
    );
  });
});

describe('a text', () => {
  it('of the manifest is in package.nls.json, and each text there is used', () => {
    const used = found(/"%([^%"]+)%"/g, text);
    assert.deepEqual(lacking(used, Object.keys(texts)), [], 'keys without a text');
    assert.deepEqual(lacking(Object.keys(texts), used), [], 'texts that nothing uses');
  });
});

describe('an id of the extension', () => {
  const known = new Set([
    ...ids,
    ...Object.keys(contributes.configuration.properties),
    ...Object.values(contributes.views)
      .flat()
      .flatMap(({ id }) => [id, `${id}.focus`]),
    ...contributes.mcpServerDefinitionProviders.map(({ id }) => id),
    ...found(/create(?:StatusBar|LanguageStatus)Item\(\s*'([^']+)'/g, code),
    ...found(/setContext\(\s*'([^']+)'/g, code),
  ]);
  const pages = readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);

  for (const file of ['README.md', ...pages]) {
    it(`in ${file} is in the manifest`, () => {
      assert.deepEqual(lacking(found(/\bdesignDocs\.[\w.]*\w/g, readRepo(file)), known), []);
    });
  }

  it('in the code is in the manifest, or is created in the code', () => {
    assert.deepEqual(lacking(found(/'(designDocs\.[^']+)'/g, code), known), []);
  });
});
