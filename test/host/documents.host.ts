import * as vscode from 'vscode';
import { BROKEN, CLEAN } from './fixtures';
import {
  closeAll,
  configure,
  equal,
  findings,
  open,
  place,
  read,
  remove,
  type,
  until,
  write,
} from './support';

const FOLDER = 'docs/design_docs';
const TEA = `${FOLDER}/0701-tea.md`;
const JAM = `${FOLDER}/0702-jam.md`;

function titled(title: string, text = CLEAN): string {
  return text.replace('Offline Tide Tables', title);
}

/** The link that the command copies. */
async function copied(path: string): Promise<string> {
  await vscode.env.clipboard.writeText('');
  const uri = place(path).toString();
  equal(await vscode.commands.executeCommand('designDocs.copyLink', { uri }), true, 'outcome');
  return vscode.env.clipboard.readText();
}

describe('the documents of the workspace', () => {
  afterEach(async () => {
    await configure('checkAll', undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs');
  });

  it('are named by number and title, unsaved text included, in a link from where it is pasted', async () => {
    await write(TEA, titled('Tea'));
    equal(await copied(TEA), `[0701 Tea](${TEA})`, 'link');
    const editor = await open(JAM, titled('Jam'));
    equal(await copied(TEA), '[0701 Tea](0701-tea.md)', 'link from a document beside it');
    equal(await copied(JAM), `[0702 Jam](${JAM})`, 'link of the active document');
    await type(editor, 'Jam', 'Plum Jam');
    await until('the new title', async () => (await copied(JAM)).startsWith('[0702 Plum Jam]'));
  });

  it('keep the links to them when their file gets another name', async () => {
    const folder = `${FOLDER}/renamed`;
    const tea = await write(`${folder}/0701-tea.md`, titled('Tea'));
    const jam = await write(`${folder}/0702-jam.md`, `${titled('Jam')}\nAs in [tea](0701-tea.md#goals).\n`);
    const rename = (name: string): Thenable<boolean> =>
      vscode.commands.executeCommand('designDocs.renameDesignDoc', { uri: tea, name });
    equal(await rename('0702-jam.md'), false, 'outcome with a name that is taken');
    equal(await rename('../0703-tea.md'), false, 'outcome with a path');
    equal(await rename('0701-green-tea.md'), true, 'outcome');
    equal(await read(place(`${folder}/0701-green-tea.md`)), titled('Tea'), 'the renamed file');
    const document = await vscode.workspace.openTextDocument(jam);
    equal(document.getText().includes('[tea](0701-green-tea.md#goals)'), true, 'the link');
  });

  it('leave out what .gitignore names, until it no longer does', async () => {
    const folder = `${FOLDER}/vendor`;
    const ignored = await write(`${folder}/0703-copy.md`, titled('Copy', BROKEN));
    const kept = await write(TEA, titled('Tea', BROKEN));
    await write(`${FOLDER}/.gitignore`, 'vendor/\n');
    await configure('checkAll', true);
    await until('the findings of the listed document', () => findings(kept).length > 3);
    await until('no finding of the ignored one', () => findings(ignored).length === 0);
    await write(`${FOLDER}/.gitignore`, '# nothing\n');
    await until('the findings of both', () => findings(ignored).length > 3);
    await write(`${FOLDER}/.gitignore`, '/vendor\n');
    await until('no finding again', () => findings(ignored).length === 0);
    equal(findings(kept).length > 3, true, 'the listed document is still checked');
  });

  it('are read again once after thousands of changes, and are what is there then', async () => {
    const uri = await write(TEA, titled('Tea', BROKEN));
    await configure('checkAll', true);
    await until('the findings', () => findings(uri).length > 3);
    let builds = 0;
    const counted = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri.toString())) builds++;
    });
    const names = Array.from({ length: 500 }, (_, at) => `${FOLDER}/burst-${at}.md`);
    for (let at = 0; at < names.length; at += 50) {
      await Promise.all(names.slice(at, at + 50).map((name) => write(name, '# Notes\n')));
    }
    await Promise.all(names.slice(0, 50).map((name) => write(name, titled('Burst', BROKEN))));
    const last = place(names[49] ?? '');
    await until('the findings of a changed document', () => findings(last).length > 3);
    await remove(...names);
    await write(TEA, titled('Tea'));
    await until('the calm', () => findings(uri).length === 0 && findings(last).length === 0);
    counted.dispose();
    // On a busy machine there are pauses in what is meant as one burst, but not one for each change.
    if (builds > names.length / 10) throw new Error(`The documents were read ${builds} times.`);
  });
});
