import * as vscode from 'vscode';
import { closeAll, equal, open, place, read, remove, rulesIn, until, write } from './support';

const TEMPLATE = '# Title of the note\n\n## Aim\n\nSay why.\n\n## Way\n\nSay how.\n\n## Cost (optional)\n';
const DOCUMENT = '# Queue\n\n## Aim\n\nNo waiting.\n\n## Way\n\n## Cost\n\nNone.\n';

function setUp(templates: readonly string[]): Thenable<boolean> {
  return vscode.commands.executeCommand<boolean>('designDocs.setUp', { templates });
}

describe('a repository without any configuration', () => {
  afterEach(async () => {
    await closeAll();
    await remove('guidelines', 'notes', '.design-docs.json');
  });

  it('has its own template found wherever it is, and the documents that follow it', async () => {
    await write('guidelines/note-template.md', TEMPLATE);
    const { document } = await open('notes/README.md', DOCUMENT);
    await until('a finding of the own template', () => rulesIn(document.uri).includes('empty-section'));
  });

  it('gets one by Set Up Design Docs, which names the chosen templates', async () => {
    await write('guidelines/note-template.md', TEMPLATE);
    await write('notes/1.md', DOCUMENT);
    equal(await setUp(['guidelines/note-template.md']), true, 'outcome');
    const text = await read(place('.design-docs.json'));
    equal(JSON.parse(text), { templates: ['guidelines/note-template.md'] }, 'configuration');
    const file = vscode.window.activeTextEditor?.document.uri.path ?? '';
    equal(file.endsWith('/.design-docs.json'), true, `${file} is shown`);
    await write('.design-docs.json', '{}');
    equal(await setUp([]), true, 'outcome with a configuration');
    equal(await read(place('.design-docs.json')), '{}', 'the configuration that was there');
  });
});
