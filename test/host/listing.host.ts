import * as vscode from 'vscode';
import { digest } from '../../src/core/digest';
import { closeAll, EXTENSION_ID, equal, newPath, open, place, read, remove, write } from './support';

const FILE = 'listed.json';

function docWith(link: string, boxes = '[ ]'): string {
  return `# Design: Kettle

**Status:** Draft

## Summary

It boils, see [there](${link}).

## Implementation Plan

- ${boxes} Milestone 1: Boil
`;
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

/** The file in which the extension keeps the list. A desktop has its data beside the workspace, a server beside its `tmp`. */
async function keptFile(): Promise<vscode.Uri | undefined> {
  for (const beside of [place('.'), vscode.Uri.file(process.env.TMPDIR ?? '/')]) {
    const storages = vscode.Uri.joinPath(beside, '..', 'user', 'User', 'workspaceStorage');
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
    equal((await listed(path))?.done, 0, 'done in the file');
  });

  it('is kept in the storage of the extension, and made anew where that is damaged', async function () {
    if (place('.').scheme !== 'file') this.skip();
    const path = newPath();
    await write(path, docWith('#summary'));
    await listed(path);
    const file = await keptFile();
    if (!file) throw new Error('nothing is kept');
    const [head = '', entries = ''] = (await read(file)).split('\n');
    const [build = ''] = head.split(' ');
    const other = entries.replace(`"path":"${path}"`, `"path":"docs/other.md"`);
    const keep = (text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await keep(`${build} ${digest(other)}\n${other}`);
    equal((await listed('docs/other.md'))?.done, 0, 'what is kept');
    for (const damaged of [
      `${head}\n${other}`,
      `${head}\n`,
      `${build}\n${other}`,
      `x${head}\n${entries}`,
      '',
    ]) {
      await keep(damaged);
      equal((await listed(path))?.done, 0, `what is there, and not what is kept in ${damaged.slice(0, 60)}`);
    }
  });
});
