/** The manifest, its texts and the code agree: each entry of one has its counterpart in the others. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { colors } from '../../src/vscode/manifest/colors';
import { commands } from '../../src/vscode/manifest/commands';
import type { Setting } from '../../src/vscode/manifest/settings';
import { settings } from '../../src/vscode/manifest/settings';
import { readRepo, root } from '../fixture';
import { keyText, TABLES_PAGE } from './tables';

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly args?: { readonly commands: readonly string[] };
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly Entry[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
    readonly keybindings: readonly Entry[];
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
      command === 'runCommands' ? (args?.commands ?? []) : [command],
    );
    const linked = found(/\(command:([^)?]+)/g, Object.values(texts).join('\n'));
    const own = [...named, ...linked].filter((id) => !/^(?:vscode|list|workbench)\./.test(id));
    assert.deepEqual(lacking(own, ids), [], 'no such command in src/vscode/manifest/commands.ts');
  });

  it('is in the palette or in a menu', () => {
    const hidden = commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
    const reachable = [...lacking(ids, hidden), ...placed.map(({ command }) => command)];
    assert.deepEqual(lacking(ids, reachable), [], 'give it a menu, or remove its `palette`');
  });

  it('has the keys that docs/vscode.md gives', () => {
    const keys = new Map(Object.values(commands).map((command) => [command.title, keyText(command)]));
    const named = [...readRepo(TABLES_PAGE).matchAll(/\*\*([^*]+)\*\*\s\(((?:Alt|Ctrl|Shift)\+[^)]+)\)/g)];
    assert.ok(named.length > 0);
    for (const [, title = '', key] of named) assert.equal(key, keys.get(title), `the key of "${title}"`);
  });
});

describe('a setting', () => {
  it('is read by the code', () => {
    const used = found(/\bsettings\.(\w+)/g, code);
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
    const items = ['src/vscode/plan/item.ts', 'src/vscode/documentsView/items.ts'].map(readRepo).join('\n');
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

  it('of the code can be extracted, and uses each of its arguments', () => {
    const calls = [...code.matchAll(/\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)")?/g)];
    assert.ok(calls.length > 100, 'the pattern finds the calls');
    for (const call of calls) {
      const message = call[1] ?? call[2];
      assert.ok(message !== undefined, `l10n.t takes a literal: ${code.slice(call.index, call.index + 100)}`);
      const values = argumentsAfter(call.index + call[0].length);
      if (values.some((value) => value.startsWith('...'))) continue;
      const named = [...found(/\{(\d+)\}/g, message)].sort();
      assert.deepEqual(named, [...values.keys()].map(String), message);
    }
  });
});

/** The arguments of a call after its first one, which ends at the given offset of the code. */
function argumentsAfter(start: number): string[] {
  let depth = 0;
  const values = [''];
  for (const sign of code.slice(start)) {
    if (depth === 0 && sign === ')') break;
    if ('([{'.includes(sign)) depth++;
    if (')]}'.includes(sign)) depth--;
    if (depth === 0 && sign === ',') values.push('');
    else values[values.length - 1] += sign;
  }
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

describe('an id of the extension', () => {
  const known = new Set([
    ...ids,
    ...Object.keys(contributes.configuration.properties),
    ...Object.values(contributes.views)
      .flat()
      .flatMap(({ id }) => [id, `${id}.focus`]),
    ...contributes.mcpServerDefinitionProviders.map(({ id }) => id),
    ...found(/createStatusBarItem\(\s*'([^']+)'/g, code),
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
