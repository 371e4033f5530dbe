// A window with several folders: one inside another, two of one name, and one whose configuration cannot be read.
import * as vscode from 'vscode';
import { closeAll, equal, read, rulesIn, until } from './support';
import { callTool, refusalOf } from './tools';

interface Answer {
  readonly path: string;
  readonly text?: string;
  readonly documents: readonly { readonly path: string }[];
}

const call = (name: string, input: object = {}): Promise<Answer> => callTool(name, input);

function inFolder(at: number, path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[at];
  if (!folder) throw new Error(`There is no workspace folder ${at}.`);
  return vscode.Uri.joinPath(folder.uri, path);
}

describe('a window with several folders', () => {
  afterEach(closeAll);

  it('lists each document once, in the innermost of its folders', async () => {
    const { documents } = await call('list_docs');
    const paths = documents.map(({ path }) => path).sort();
    equal(
      paths.filter((path) => path.startsWith('l')),
      ['lamps/rfcs/0001-wick.md', 'lighthouse/rfcs/0001-lens.md', 'lighthouse/rfcs/0002-fog-horn.md'],
      'documents of nested folders',
    );
  });

  it('checks the documents of other folders where the configuration of one cannot be read', async () => {
    const uri = inFolder(1, 'rfcs/0001-lens.md');
    const editor = await vscode.window.showTextDocument(uri);
    const text = editor.document.getText();
    const start = text.indexOf('## Proposal');
    const { document } = editor;
    await editor.edit((edit) =>
      edit.delete(new vscode.Range(document.positionAt(start), document.positionAt(text.length))),
    );
    await until('the finding', () => rulesIn(uri).includes('missing-section'));
  });

  it('writes a document into the folder that is named first', async () => {
    const { path } = await call('new_doc', { title: 'Fog bell', dir: 'lighthouse/rfcs' });
    equal(path, 'lighthouse/rfcs/0003-fog-bell.md');
    equal((await read(inFolder(1, 'rfcs/0003-fog-bell.md'))).startsWith('# RFC: Fog bell\n'), true, 'text');
    await vscode.workspace.fs.delete(inFolder(1, 'rfcs/0003-fog-bell.md'));
  });

  it('asks for the folder of a new document, and refuses one that is none or leads out', async () => {
    const several = await refusalOf('new_doc', { title: 'Bell' });
    equal(/lighthouse\/rfcs.*lamps\/rfcs/s.test(several), true, several);
    for (const dir of ['rfcs', 'harbour/rfcs', 'sea/rfcs']) {
      const refused = await refusalOf('new_doc', { title: 'Bell', dir });
      equal(/begin with the name of one workspace folder/.test(refused), true, `${dir}: ${refused}`);
    }
    for (const dir of ['lighthouse/../../rfcs', 'lighthouse/away/rfcs']) {
      const refused = await refusalOf('new_doc', { title: 'Bell', dir });
      equal(/must lie inside the workspace folder/.test(refused), true, `${dir}: ${refused}`);
    }
  });

  it('finds a document in the folder that has it, and none that two folders of one name have', async () => {
    equal((await call('check_doc', { path: 'harbour/rfcs/0002-buoy.md' })).path, 'harbour/rfcs/0002-buoy.md');
    const refused = await refusalOf('check_doc', { path: 'harbour/rfcs/0001-pier.md' });
    equal(/Two workspace folders have a document/.test(refused), true, refused);
  });
});
