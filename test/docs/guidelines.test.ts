/** What VS Code's guidelines ask of a manifest, for the rows of docs/ux-review.md that name this test. */

import assert from 'node:assert/strict';
import { commands } from '../../src/vscode/manifest/commands';
import { settings } from '../../src/vscode/manifest/settings';
import { readRepo } from '../fixture';
import { filesBelow } from '../sources';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly group?: string; readonly when?: string }[]>>;
    readonly viewsContainers: Readonly<Record<string, readonly object[]>>;
    readonly views: Readonly<
      Record<string, readonly { readonly id: string; readonly name: string; readonly icon?: string }[]>
    >;
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly order?: number; readonly default?: unknown }>>;
    };
  };
}

const { contributes }: Manifest = JSON.parse(readRepo('package.json'));
const texts: Readonly<Record<string, string>> = JSON.parse(readRepo('package.nls.json'));

/** The first words of titles. "New" is VS Code's own: New File, New Window. */
const VERBS = new Set([
  ...['Add', 'Check', 'Complete', 'Copy', 'Fill', 'Filter', 'Finalize', 'Fix', 'Go', 'Group', 'Hand', 'Hide'],
  ...[
    'Insert',
    'Mark',
    'Move',
    'New',
    'Open',
    'Pin',
    'Rename',
    'Renumber',
    'Reopen',
    'Reply',
    'Resolve',
    'Set',
  ],
  ...['Show', 'Sort', 'Start', 'Supersede', 'Take', 'Tick', 'Try', 'Turn', 'Unpin', 'Update'],
]);

describe("VS Code's guidelines", () => {
  it('are kept by commands: a category, and a title that begins with a verb and has no emoji', () => {
    assert.deepEqual(new Set(contributes.commands.map(({ category }) => category)), new Set(['Design Docs']));
    for (const { title } of Object.values(commands)) {
      assert.ok(VERBS.has(title.split(' ')[0] ?? ''), `"${title}" begins with no verb of the list`);
      assert.doesNotMatch(title, /\p{Extended_Pictographic}/u);
    }
  });

  it('are kept by views: one container with two of them, each with an icon and a name of one word', () => {
    const containers = Object.values(contributes.viewsContainers).flat();
    const views = Object.values(contributes.views).flat();
    assert.deepEqual([containers.length, views.length], [1, 2]);
    for (const { name, icon, id } of views) {
      assert.ok(icon, `${id} has no icon`);
      assert.match(texts[name.replaceAll('%', '')] ?? '', /^\w+$/);
    }
  });

  it('are kept by menus of editors and of the Explorer: one group each, and only where something applies', () => {
    for (const menu of ['editor/context', 'explorer/context']) {
      const entries = contributes.menus[menu] ?? [];
      assert.equal(entries.length, 1, menu);
      for (const { group, when } of entries) assert.ok(group && when, menu);
    }
  });

  it('are kept by settings: a default, a text and an order', () => {
    const { properties } = contributes.configuration;
    for (const { id, text } of Object.values(settings)) {
      assert.ok(text.length > 20, id);
      assert.notEqual(properties[id]?.default, undefined, id);
      assert.notEqual(properties[id]?.order, undefined, id);
    }
  });

  it('are kept by long work: its progress is no notification', () => {
    const files = filesBelow('src/vscode', '.ts').filter((file) =>
      readRepo(file).includes('ProgressLocation.Notification'),
    );
    assert.deepEqual(files, []);
  });

  it('are kept by pages of our own: there is one, and it is not for settings', () => {
    const makers = filesBelow('src/vscode', '.ts').filter((file) =>
      /createWebviewPanel|registerWebviewViewProvider|registerCustomEditorProvider/.test(readRepo(file)),
    );
    assert.deepEqual(makers, ['src/vscode/progress/panel.ts']);
  });
});
