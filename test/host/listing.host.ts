import * as vscode from 'vscode';
import { digest } from '../../src/core/text/digest';
import {
  closeAll,
  EXTENSION_ID,
  equal,
  findings,
  newPath,
  open,
  place,
  read,
  remove,
  ruleOf,
  until,
  write,
} from './support';

const FILE = 'documents.cache';

function docWith(link: string, boxes = '[ ]'): string {
  return `# Design: Kettle

**Status:** Draft

## Summary

It boils, see [there](${link}).

## Implementation Plan

- ${boxes} Milestone 1: Boil
`;
}

/** A document with that many links to files that are numbered. */
function docWithLinks(count: number): string {
  const links = Array.from({ length: count }, (_, at) => `[${at}](../${at}.md)`);
  return `${docWith('#summary')}\n## Notes\n\n${links.join('\n')}\n`;
}

interface Listed {
  readonly path: string;
  readonly done: number;
  readonly warnings: number;
}

/** What `list_docs` tells of a document. */
async function listed(path: string): Promise<Listed | undefined> {
  const token = undefined;
  const { content } = await vscode.lm.invokeTool('designdocs_list_docs', {
    input: {},
    toolInvocationToken: token,
  });
  const [part] = content;
  if (!(part instanceof vscode.LanguageModelTextPart)) throw new Error('no text');
  const answer: { readonly documents: readonly Listed[] } = JSON.parse(part.value);
  return answer.documents.find((document) => document.path === path);
}

/** Where the editor keeps its data: a desktop beside the workspace, a server beside its `tmp`, a browser by itself. */
function dataFolders(): vscode.Uri[] {
  if (place('.').scheme !== 'file') return [vscode.Uri.from({ scheme: 'vscode-userdata', path: '/User' })];
  const folders = [place('.'), vscode.Uri.file(process.env.TMPDIR ?? '/')];
  return folders.map((folder) => vscode.Uri.joinPath(folder, '..', 'user', 'User'));
}

/** The file in which the extension keeps its cache. */
async function cacheFile(): Promise<vscode.Uri | undefined> {
  for (const data of dataFolders()) {
    const storages = vscode.Uri.joinPath(data, 'workspaceStorage');
    for (const name of await namesIn(storages)) {
      const storage = vscode.Uri.joinPath(storages, name, EXTENSION_ID);
      if ((await namesIn(storage)).includes(FILE)) return vscode.Uri.joinPath(storage, FILE);
    }
  }
  return undefined;
}

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries.map(([name]) => name),
    () => [],
  );
}

describe('the list of documents', () => {
  // The Documents view would write the cache, too, while the tests look at it.
  before(() => vscode.commands.executeCommand('workbench.view.explorer'));

  afterEach(async () => {
    await closeAll();
    await remove('docs', '.design-docs.json');
  });

  it('tells what a document says now, and whether a file that it links to is there', async () => {
    const path = newPath();
    await write(path, docWith('../tea.md'));
    const before = await listed(path);
    equal(before?.done, 0, 'done');
    await write(path, docWith('../tea.md', '[x]'));
    equal((await listed(path))?.done, 1, 'done once it is ticked');
    await write('docs/tea.md', 'Tea.');
    const linked = await listed(path);
    equal(linked?.warnings, (before?.warnings ?? 0) - 1, 'warnings once the linked file is there');
    await remove('docs/tea.md');
    equal((await listed(path))?.warnings, before?.warnings, 'warnings once it is gone');
    await remove(path);
    equal(await listed(path), undefined, 'the document once it is gone');
  });

  it('tells what is typed and not saved', async () => {
    const path = newPath();
    const editor = await open(path, docWith('#summary'));
    equal((await listed(path))?.done, 0, 'done');
    const box = editor.document.positionAt(editor.document.getText().indexOf('[ ]') + 1);
    await editor.edit((edit) => edit.replace(new vscode.Range(box, box.translate(0, 1)), 'x'));
    equal((await listed(path))?.done, 1, 'done in the editor');
    await closeAll();
    await until('what is done in the file', async () => (await listed(path))?.done === 0);
  });

  it('finds of many links those that lead nowhere, as the editor does', async () => {
    const path = newPath();
    for (const at of [0, 40, 69]) await write(`docs/${at}.md`, 'Tea.');
    const { document } = await open(path, docWithLinks(70));
    const all = await until('what is broken', () => {
      const found = findings(document.uri);
      return found.filter((one) => ruleOf(one) === 'broken-link').length === 67 && found;
    });
    const warnings = all.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning).length;
    equal((await listed(path))?.warnings, warnings, 'warnings while it is open');
    await closeAll();
    equal((await listed(path))?.warnings, warnings, 'warnings once it is closed');
  });

  it('looks up a thousand links of a document, and takes the others for good', async () => {
    const path = newPath();
    await write(path, docWithLinks(1));
    const one = (await listed(path))?.warnings ?? 0;
    await write(path, docWithLinks(1030));
    equal((await listed(path))?.warnings, one + 999, 'warnings');
  });

  it('is cached in the storage of the extension, and made anew where the cache is damaged', async () => {
    const path = newPath();
    await write(path, docWith('#summary'));
    // The extension lists documents for itself, too, and the last one to finish writes the cache.
    const file = await until('the cached document', async () => {
      await listed(path);
      const found = await cacheFile();
      return found && (await read(found)).includes(`${path}":`) && found;
    });
    const [sum = '', text = ''] = (await read(file)).split('\n');
    const entry = text.slice(text.indexOf(`${path}":`));
    const other = text.replace(entry, entry.replace('"done":0', '"done":7'));
    const save = (content: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
    const signed = (content: string): string => `${digest(content)}\n${content}`;
    await until('what is cached', async () => {
      await save(signed(other));
      return (await listed(path))?.done === 7;
    });
    for (const damaged of [
      `${sum}\n${other}`,
      `${sum}\n`,
      `x${sum}\n${text}`,
      signed(other.slice(0, -1)),
      signed(other.replace('"build":"', '"build":"x')),
      signed(other.replaceAll('"done":7', '"done":"7"')),
      other,
      '',
    ]) {
      await save(damaged);
      equal(
        (await listed(path))?.done,
        0,
        `what is there, and not what is cached in ${damaged.slice(0, 60)}`,
      );
    }
  });

  it('is checked anew after a change of the template or the configuration', async () => {
    const path = newPath();
    await write(path, docWith('../tea.md'));
    const before = await listed(path);
    await write('.design-docs.json', '{"rules":{"broken-link":"off"}}');
    await until(
      'no warning for the link',
      async () => (await listed(path))?.warnings === (before?.warnings ?? 0) - 1,
    );
  });
});
