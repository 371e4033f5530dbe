import * as vscode from 'vscode';
import {
  closeAll,
  equal,
  findings,
  names,
  open,
  place,
  read,
  remove,
  rulesIn,
  until,
  write,
} from './support';

const FOLDER = 'docs/decisions';
const RECORD = '# Use a queue\n\n**Status:** Accepted\n\n## Context\n\nBoats wait.\n';

describe('superseding a document', () => {
  let before: readonly string[] = [];

  beforeEach(async () => {
    before = await names(FOLDER);
  });

  afterEach(async () => {
    await closeAll();
    const written = (await names(FOLDER)).filter((name) => !before.includes(name));
    await remove('docs/enhancements', ...written.map((name) => `${FOLDER}/${name}`));
  });

  it('writes a new one beside it, with links at both ends', async () => {
    const { document: old } = await open(`${FOLDER}/0041-queue.md`, RECORD);
    await vscode.commands.executeCommand('designDocs.supersede', {
      uri: old.uri.toString(),
      title: 'Use two queues',
      template: 'adr',
    });
    await until('the status of the old document', () => old.getText().includes('Superseded by ['));
    equal(
      old.getText(),
      RECORD.replace('Accepted', 'Superseded by [Use two queues](0042-use-two-queues.md)'),
      'old document',
    );
    const file = vscode.Uri.joinPath(old.uri, '..', '0042-use-two-queues.md');
    const created = await vscode.workspace.openTextDocument(file);
    await until('the link in the new document', () =>
      created.getText().includes('Supersedes [Use a queue](0041-queue.md)'),
    );
    equal((await read(file)).includes('# Use two queues'), true, 'title on disk');
  });

  it('writes a new one with a folder of its own, where the documents have one', async () => {
    const sections = ['Problem', 'Proposal', 'Risks'].map((name) => `\n## ${name}\n\nIt leaks.\n`).join('');
    const record = `# A\n\n**Status:** Accepted\n${sections}`;
    const template = record
      .replace('A', '<title>')
      .replace('Accepted', 'Draft')
      .replaceAll('It leaks.', '...');
    await write('docs/enhancements/template.md', `${template}\n## Seal (Required)\n`);
    const draft = await open('docs/enhancements/0041-locks/README.md', record.replace('Accepted', 'Draft'));
    const { document: old } = await open('docs/enhancements/0042-bells/README.md', record);
    await until('the template', () => rulesIn(draft.document.uri).includes('missing-section'));
    await vscode.commands.executeCommand('designDocs.supersede', { uri: old.uri.toString(), title: 'Tides' });
    equal(
      old.getText(),
      record.replace('Accepted', 'Superseded by [Tides](../0043-tides/README.md)'),
      'old document',
    );
    const created = await vscode.workspace.openTextDocument(place('docs/enhancements/0043-tides/README.md'));
    await until('the link in the new document', () =>
      created.getText().includes('Supersedes [A](../0042-bells/README.md)'),
    );
    // While there is a template of the team, the bundled ones do not count, which other suites need.
    await remove('docs/enhancements/template.md');
    await until('a workspace without the template', () =>
      findings(draft.document.uri).every(({ message }) => !message.includes('"Seal"')),
    );
  });
});
