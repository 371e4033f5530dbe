import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { LAST_STEP } from './planFixtures';
import {
  closeAll,
  equal,
  lineOf,
  newPath,
  open,
  place,
  read,
  remove,
  type,
  undo,
  until,
  write,
} from './support';
import { callTool, refusalOf } from './tools';

interface Place {
  readonly line: number;
  readonly title: string;
}

interface Answer {
  readonly path: string;
  readonly version: string;
  readonly next: {
    readonly action: string;
    readonly line: number;
    readonly milestone: Place;
    readonly placeholder: boolean;
  } | null;
  readonly completable?: readonly Place[];
  readonly documents?: readonly { readonly path: string; readonly done: number; readonly total: number }[];
  readonly ready?: boolean;
  readonly comment?: { readonly state: string };
}

const call = (name: string, input: object = {}): Promise<Answer> => callTool(name, input);

describe('the tools for language models', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs');
  });

  it('are those that the manifest tells of', () => {
    const manifest = vscode.extensions.getExtension('design-docs.design-docs')?.packageJSON;
    const told: string[] = manifest.contributes.languageModelTools.map(({ name }: { name: string }) => name);
    const known = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('designdocs_'));
    equal([...known].sort(), [...told].sort(), 'tools');
    equal(told.length > 7, true, 'tools that are told of');
  });

  it('write a new doc from the template that most docs of its folder follow', async () => {
    const [a, b] = ['Aim', 'Question'].map(
      (first) =>
        `# Title of the note\n\n## ${first}\n\nSay why.\n\n## Way\n\nSay how.\n\n## Cost\n\nSay how much.\n`,
    );
    const written = (title: string, template = ''): string =>
      template.replace('Title of the note', title).replaceAll(/^Say .*/gm, 'It is written.');
    await write('docs/rfcs/a-template.md', a ?? '');
    await write('docs/rfcs/b-template.md', b ?? '');
    await write('docs/rfcs/0001-first.md', written('First', a));
    await write('docs/rfcs/0002-second.md', written('Second', b));
    await write('docs/rfcs/0003-third.md', written('Third', b));
    await until('the documents', async () => ((await call('list_docs')).documents ?? []).length === 3);
    const { path } = await call('new_doc', { title: 'Fourth', dir: 'docs/rfcs' });
    equal((await read(place(path))).includes('## Question'), true, path);
  });

  it('take a doc from its first word to its last step, on nothing but their answers', async () => {
    const made = await call('new_doc', { title: 'Kettle that whistles' });
    let { path, version, next } = made;
    equal(await read(place(path)).then((text) => text.includes('Kettle that whistles')), true, 'the file');
    const seen: string[] = [];
    for (let round = 0; next && round < 20; round++) {
      const { line, milestone } = next;
      // A step in the template's words is none yet.
      const action = next.placeholder ? 'start' : next.action;
      seen.push(action);
      const steps = ['Cut the slot', 'Blow through it'];
      const now: Answer =
        action === 'start'
          ? await call('start_milestone', { path, version, line: milestone.line, steps })
          : await call('complete_step', { path, version, line });
      ({ path, version, next } = now);
    }
    equal(next, null, 'what is left');
    equal(seen.slice(0, 3), ['start', 'do', 'do'], 'first actions');
    equal(seen.at(-1), 'finish', 'last action');
    const text = await read(place(path));
    equal(/\[x\] Cut the slot/.test(text), true, 'the step in the file');
    const { documents = [] } = await call('list_docs');
    const [own] = documents.filter((each) => each.path === path);
    equal(own?.done, own?.total, 'steps done');
    equal((own?.total ?? 0) > 2, true, 'several steps');
    equal((await call('ready_for_review', { path })).ready, false, 'ready with its guidance in it');
  });

  it('refuse a version that is stale, a step for people, and one without evidence', async () => {
    const text = LAST_STEP.replace('Write the store', 'Write the store, `verify: npm test`').replace(
      'Draw the curve',
      'Draw the curve (human)',
    );
    const editor = await open(newPath(), text);
    const { path, version, next } = await call('next_step', {
      path: vscode.workspace.asRelativePath(editor.document.uri),
    });
    const line = next?.line ?? 0;
    equal(
      /verif/.test(await refusalOf('complete_step', { path, version, line })),
      true,
      'asked for evidence',
    );
    const people = lineOf(editor.document, '(human)') + 1;
    const madeUp = { path, version, line, evidence: { exit: 0, tree: '0a1b2c3' } };
    const unknown = await refusalOf('complete_step', madeUp);
    equal(/Git (?:knows no commit|cannot be asked)/.test(unknown), true, `asked git: ${unknown}`);
    const forPeople = await refusalOf('complete_step', { path, version, line: people });
    equal(/person/.test(forPeople), true, `asked for a person: ${forPeople}`);
    await type(editor, 'Skippers', 'Sailors');
    const evidence = { exit: 0, tree: '0a1b2c3' };
    const stale = await refusalOf('complete_step', { path, version, line, evidence });
    equal(/has changed since/.test(stale), true, `said that it is stale: ${stale}`);
    equal(editor.document.getText(), text.replace('Skippers', 'Sailors'), 'text');
  });

  it('change a document where it is open, and save it only if it was saved', async () => {
    const editor = await open(newPath(), LAST_STEP);
    const { document } = editor;
    const step = '- [ ] Step 2: Write the store';
    const done = step.replace('[ ]', '[x]');
    const input = async (): Promise<object> => {
      const { path, version, next } = await call('next_step', {
        path: vscode.workspace.asRelativePath(document.uri),
      });
      return { path, version, line: next?.line };
    };
    const { completable } = await call('complete_step', await input());
    equal(
      completable?.map(({ title }) => title),
      ['Milestone 1: Store tables'],
      'what can be completed now',
    );
    equal(document.getText(), LAST_STEP.replace(step, done), 'text');
    equal(document.isDirty, false, 'unsaved');
    equal(await read(document.uri), LAST_STEP.replace(step, done), 'file');
    await undo();
    await type(editor, 'Skippers', 'Sailors');
    await call('complete_step', await input());
    equal(document.isDirty, true, 'unsaved where something was');
    equal(document.getText(), LAST_STEP.replace(step, done).replace('Skippers', 'Sailors'), 'text');
  });

  it('answer and resolve a comment where the document is open', async () => {
    const comment = '<!-- design-docs: comment\nid: ab12cd\nauthor: Ada\nstate: open\n\nWhich table?\n-->\n';
    const editor = await open(newPath(), `${LAST_STEP}\n${comment}`);
    const { path, version } = await call('read_plan', {
      path: vscode.workspace.asRelativePath(editor.document.uri),
    });
    const own = { path, id: 'ab12cd', author: 'model-1' };
    const stale = await refusalOf('reply_comment', { ...own, version: 'old', text: 'The first.' });
    equal(/Call list_comments/.test(stale), true, `said that it is stale: ${stale}`);
    const replied = await call('reply_comment', { ...own, version, text: 'The first.' });
    equal(replied.comment?.state, 'open', 'state after the reply');
    const resolved = await call('resolve_comment', { ...own, version: replied.version });
    equal(resolved.comment?.state, 'resolved', 'state');
    const text = editor.document.getText();
    equal(/Which table\?\n\nreply: model-1, \d{4}-\d\d-\d\d\nThe first\.\n-->/.test(text), true, text);
    equal(text.includes('state: resolved'), true, text);
  });

  it('judge a closed document by the files that it refers to', async () => {
    const path = newPath();
    await write(path, CLEAN.replace('a connection.', 'a [connection](not-there.md).'));
    await until('the document', async () =>
      (await call('list_docs')).documents?.some((one) => one.path === path),
    );
    equal((await call('ready_for_review', { path })).ready, false, 'ready');
    await write(path, CLEAN);
    await until('a document that is ready', async () => (await call('ready_for_review', { path })).ready);
  });

  it('read and write nothing outside of the workspace', async () => {
    await write('docs/notes.txt', 'no document');
    for (const path of [
      '../secret.md',
      '/etc/passwd',
      'docs/notes.txt',
      'docs/none.md',
      'a\0.md',
      '..\\secret.md',
    ]) {
      const why = await refusalOf('read_plan', { path });
      equal(/no document|out of the workspace|must be/.test(why), true, `refusal of ${path}: ${why}`);
    }
  });
});
