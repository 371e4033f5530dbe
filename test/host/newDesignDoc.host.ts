import * as vscode from 'vscode';
import {
  closeAll,
  EXTENSION_ID,
  equal,
  findings,
  names,
  place,
  read,
  remove,
  ruleOf,
  until,
  write,
} from './support';

const COMMAND = 'designDocs.newDesignDoc';
const FOLDER = 'docs/design_docs';

/** Runs the command; true if it did its work. */
async function create(argument: object): Promise<boolean> {
  return (
    (await vscode.commands.executeCommand<boolean>(COMMAND, { template: 'design', ...argument })) ?? false
  );
}

function activeEditor(): vscode.TextEditor {
  const { activeTextEditor } = vscode.window;
  if (activeTextEditor === undefined) throw new Error('No text editor is active.');
  return activeTextEditor;
}

function localDate(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

describe('New Design Doc', () => {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('designDocs');

  before(() => settings().update('author', 'Ida $Holm} \\', vscode.ConfigurationTarget.Workspace));
  after(() => settings().update('author', undefined, vscode.ConfigurationTarget.Workspace));

  afterEach(async () => {
    await closeAll();
    await remove('docs', 'elsewhere');
  });

  it('writes title, status, author, date and the sections, saves the file and opens it', async () => {
    equal(await create({ title: 'Offline Tide Tables', folder: FOLDER }), true, 'outcome');
    equal(await names(FOLDER), ['0001-offline-tide-tables.md'], 'files');
    const { document } = activeEditor();
    equal(document.uri.path.endsWith(`${FOLDER}/0001-offline-tide-tables.md`), true, 'opened file');
    equal(document.isDirty, false, 'unsaved');
    const text = await read(document.uri);
    equal(document.getText(), text, 'text in the editor');
    const head = '# Design: Offline Tide Tables\n\n**Status:** Draft\n**Author:** Ida $Holm} \\\n';
    equal(text.startsWith(`${head}**Created:** ${localDate()}\n\n## Summary\n`), true, text.slice(0, 200));
    const sections = [
      '## Goals',
      '## Non-Goals',
      '## Next Steps',
      '## Implementation Plan',
      '- [ ] Milestone 1',
    ];
    equal(
      sections.filter((section) => !text.includes(`\n${section}`)),
      [],
      'sections that are not there',
    );
    equal(/<instructions>|\(Required\)|\(Optional\)/.test(text), false, 'notes to the author left');
  });

  it('leaves only what is to be typed over to be found', async () => {
    await create({ title: 'Offline Tide Tables', folder: FOLDER });
    const { uri } = activeEditor().document;
    await until('findings', () => findings(uri).length > 0);
    const others = findings(uri)
      .map(ruleOf)
      .filter((rule) => !rule.startsWith('leftover-'));
    equal(
      others.filter((rule) => rule !== 'diagram-missing' && rule !== 'empty-section'),
      [],
      'other findings',
    );
  });

  it('writes the header of a record as the one beside it has it', async () => {
    const header = '# Use glue\n\n* Status: accepted\n* Deciders: Ann\n* Date: 2020-01-03\n';
    const body = '## Context and Problem Statement\n\nIt leaks.\n\n## Considered Options\n\n* Glue\n';
    await write('docs/adr/0001-glue.md', `${header}\n${body}\n## Decision Outcome\n\nGlue.\n`);
    equal(await create({ title: 'Use tape', folder: 'docs/adr', template: 'adr' }), true, 'outcome');
    const text = await read(activeEditor().document.uri);
    const expected = `# Use tape\n\n* Status: proposed\n* Deciders: Ida $Holm} \\\n* Date: ${localDate()}\n\n## Context`;
    equal(text.slice(0, expected.length), expected, 'header');
  });

  it('numbers after the highest and never overwrites', async () => {
    await write(`${FOLDER}/0007-older.md`, 'older');
    await write(`${FOLDER}/0008_other.md`, 'other');
    const titles = ['Same', 'Same', 'Same'];
    const made = await Promise.all(titles.map((title) => create({ title, folder: FOLDER })));
    equal(made, [true, true, true], 'outcomes');
    equal(
      await names(FOLDER),
      ['0007-older.md', '0008_other.md', '0009-same.md', '0010-same.md', '0011-same.md'],
      'files',
    );
    equal(await read(place(`${FOLDER}/0007-older.md`)), 'older', 'older file');
  });

  it('names the file like those beside it, in a folder of its own where they have one', async () => {
    await write('elsewhere/dated/2026-01-02-locks.md', '# Locks\n');
    await write('elsewhere/dated/2026-02-01-bells.md', '# Bells\n');
    equal(await create({ title: 'Tides', folder: 'elsewhere/dated' }), true, 'outcome');
    equal((await names('elsewhere/dated')).includes(`${localDate()}-tides.md`), true, 'dated');
    const record = '# RFC: A\n\n## Problem\n\nIt leaks.\n\n## Proposal\n\nA seal.\n';
    await write(
      'docs/proposals/template.md',
      '# RFC: <title>\n\n## Problem (Required)\n\n## Proposal (Required)\n',
    );
    await write('docs/proposals/0041-locks/README.md', record);
    await write('docs/proposals/0042-bells/README.md', record);
    const wanted = { template: 'template', title: 'Tides', folder: 'docs/proposals' };
    await until('the template', () => create(wanted));
    equal(await names('docs/proposals/0043-tides'), ['README.md'], 'files');
    equal(activeEditor().document.uri.path.endsWith('docs/proposals/0043-tides/README.md'), true, 'opened');
  });

  it('puts the cursor where the first section is to be written, if the template has headings alone', async () => {
    await write(
      'docs/rfcs/template.md',
      '# RFC: <title>\n\n## Problem (Required)\n\n## Proposal (Required)\n',
    );
    await write('docs/rfcs/0001-a.md', '# RFC: A\n\n## Problem\n\nIt leaks.\n\n## Proposal\n\nA seal.\n');
    await until('the template', () => create({ template: 'template', title: 'Tides', folder: 'docs/rfcs' }));
    const { document, selection } = activeEditor();
    equal(document.getText(), '# RFC: Tides\n\n## Problem\n\n## Proposal\n', 'text');
    equal(selection.active.line, 3, 'line of the cursor');
  });

  it('puts the cursor on the first tab stop, and typing replaces it', async () => {
    await create({ title: 'Offline Tide Tables', folder: FOLDER });
    const editor = activeEditor();
    const { document } = editor;
    const first = document.getText(editor.selection);
    equal(first.startsWith('- Say what will be built'), true, `selected: ${first}`);
    await vscode.commands.executeCommand('type', { text: 'A summary.' });
    await until('the typed text', () => document.getText().includes('## Summary\n\nA summary.\n\n## Goals'));
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await until('the next stop', () => document.getText(editor.selection).startsWith('- List outcomes'));
  });

  it('goes into the configured folder, else into the only one', async () => {
    await settings().update('folder', 'elsewhere/docs', vscode.ConfigurationTarget.Workspace);
    await create({ title: 'Configured' });
    await settings().update('folder', undefined, vscode.ConfigurationTarget.Workspace);
    equal(await names('elsewhere/docs'), ['0001-configured.md'], 'files in the configured folder');
    await remove('elsewhere');
    await write('docs/rfcs/0041-first.md', '# First\n');
    await create({ title: 'Second' });
    equal(await names('docs/rfcs'), ['0041-first.md', '0042-second.md'], 'files in the only folder');
  });

  it('knows every template that the extension brings', async () => {
    const media = vscode.extensions.getExtension(EXTENSION_ID)?.extensionUri;
    // Extensions in a web host are served page by page, and their folders cannot be listed.
    const listed =
      media?.scheme === 'file'
        ? await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(media, 'media/templates'))
        : [['design.md']];
    for (const [name = ''] of listed) {
      const template = String(name).replace(/\.md$/, '');
      equal(
        await create({ title: 'Any', folder: `elsewhere/${template}`, template }),
        true,
        `doc from ${template}`,
      );
    }
  });

  it('refuses a folder outside the workspace and a template that is not there', async () => {
    equal(await create({ title: 'Escape', folder: '../../outside' }), false, 'outcome outside');
    equal(
      await create({ title: 'Escape', folder: FOLDER, template: 'nobody' }),
      false,
      'outcome without template',
    );
    equal(await names(FOLDER), [], 'files');
  });
});
