import * as vscode from 'vscode';
import { RECORD, RECORD_TEMPLATE } from './fixtures';
import {
  actionTitled,
  applyAction,
  closeAll,
  equal,
  findings,
  names,
  newPath,
  open,
  rangeOf,
  read,
  remove,
  ruleOf,
  rulesIn,
  until,
  write,
} from './support';

/** A new folder that VS Code watches. It may overlook one, and then never says what happens in it. */
async function watchedFolder(): Promise<string> {
  let seen: vscode.Uri | undefined;
  const watcher = vscode.workspace.createFileSystemWatcher('**/probe-*');
  const subscription = watcher.onDidCreate((uri) => {
    seen = uri;
  });
  let probes = 0;
  const probe = await until('a folder that is watched', async () => {
    probes++;
    await write(`records/team${Math.ceil(probes / 20)}/decisions/probe-${probes}`, '');
    return seen;
  });
  vscode.Disposable.from(watcher, subscription).dispose();
  return vscode.workspace.asRelativePath(vscode.Uri.joinPath(probe, '..'), false);
}

describe("a workspace's own template", () => {
  let folder = '';
  let count = 0;
  let kind = '';
  let template: vscode.Uri;

  before(async () => {
    folder = await watchedFolder();
  });

  beforeEach(async () => {
    count++;
    kind = `record${count}`;
    template = await write(`${folder}/${kind}-template.md`, RECORD_TEMPLATE);
  });

  afterEach(async () => {
    await closeAll();
    await remove(`${folder}/${kind}-template.md`);
  });

  after(() => remove('records', 'docs', 'notes'));

  it('checks the docs of its kind and offers what they lack', async () => {
    const { document } = await open(newPath(folder), RECORD);
    await until('a finding', () => rulesIn(document.uri).includes('missing-section'));
    const missing = findings(document.uri).find((finding) => ruleOf(finding) === 'missing-section');
    equal(missing?.message.includes('"Verdict"'), true, missing?.message);
    const range = rangeOf(document, 'Keep the tables');
    await applyAction(await actionTitled(document.uri, range, 'Insert section "Verdict"'));
    const inserted = '* Plain files\n\n## Verdict\n\nChosen option: "{title of the first option}", because';
    equal(document.getText().includes(inserted), true, document.getText());
    await until('the section', () => !rulesIn(document.uri).includes('missing-section'));
  });

  it('makes new docs in its own folder', async () => {
    await write(newPath(), '# Other\n');
    await until('a doc from the new template', () => {
      const argument = { title: 'Keep: tables', template: kind };
      return vscode.commands.executeCommand<boolean>('designDocs.newDesignDoc', argument);
    });
    const made = (await names(folder)).filter((name) => name.endsWith('-keep-tables.md'));
    equal(made.length, 1, 'new files beside the template');
    const { activeTextEditor: editor } = vscode.window;
    const text = editor ? await read(editor.document.uri) : '';
    equal(/\n# Keep: tables\n[^#]*\n## Situation\n/.test(text), true, text);
    equal(editor?.document.getText(), text, 'text in the editor');
  });

  it('is read again when it changes or goes, for documents that are open', async () => {
    const { document } = await open(newPath(folder), RECORD);
    await until('a finding', () => rulesIn(document.uri).includes('missing-section'));
    await vscode.workspace.fs.writeFile(template, new TextEncoder().encode('# {title}\n\n## Anything\n'));
    await until('no finding', () => rulesIn(document.uri).length === 0);
    await vscode.workspace.fs.writeFile(template, new TextEncoder().encode(RECORD_TEMPLATE));
    await until('a finding', () => rulesIn(document.uri).includes('missing-section'));
    await remove(`${folder}/${kind}-template.md`);
    await until('no finding', () => rulesIn(document.uri).length === 0);
  });

  it('goes with the folder that it lies in', async () => {
    const { document } = await open('notes/decisions/0001-sqlite.md', RECORD);
    await until('a finding', () => rulesIn(document.uri).includes('missing-section'));
    await remove('records');
    await until('no finding', () => rulesIn(document.uri).length === 0);
  });
});
