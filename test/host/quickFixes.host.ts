import * as vscode from 'vscode';
import type { Analysis } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { readTemplate } from '../../src/core/template/template';
import { applyEdits } from '../../src/core/text/text';
import { BROKEN } from './fixtures';
import {
  actionsAt,
  actionTitled,
  applyAction,
  closeAll,
  EXTENSION_ID,
  equal,
  findings,
  newPath,
  open,
  rangeOf,
  read,
  remove,
  undo,
  until,
} from './support';

describe('quick fixes', () => {
  let expected: Analysis;

  before(async () => {
    // What the core says is what the editor has to offer, whatever rules there are.
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    if (extension === undefined) throw new Error('The extension is not installed.');
    const uri = vscode.Uri.joinPath(extension.extensionUri, 'media/templates/design.md');
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    expected = analyze(BROKEN, { templates: [readTemplate(await read(uri), 'design.md')], today });
  });

  afterEach(async () => {
    await closeAll();
    await remove('docs');
  });

  it('insert a missing section where the template has it, and one undo takes it back', async () => {
    const { document } = await open(newPath(), BROKEN);
    const title = rangeOf(document, 'Design: Offline');
    const action = await actionTitled(document.uri, title, 'Insert section "Non-Goals"');
    await applyAction(action);
    const [goals, own, plan] = ['## Goals', '## Non-Goals', '## Implementation Plan'].map(
      (heading) => rangeOf(document, heading).start.line,
    );
    equal(
      [goals, own, plan],
      [goals, own, plan].sort((a = 0, b = 0) => a - b),
      'order of the sections',
    );
    await undo();
    equal(document.getText(), BROKEN, 'text after undo');
  });

  it('do for every rule what the core says, and undo restores every byte', async () => {
    const { document } = await open(newPath(), BROKEN);
    const fixable = expected.findings.flatMap((finding) => {
      return (finding.fixes ?? []).map((fix) => ({
        finding,
        fix,
      }));
    });
    equal(new Set(fixable.map(({ finding }) => finding.rule)).size >= 7, true, 'many rules with a fix');
    for (const { finding, fix } of fixable) {
      const { start, end } = finding.range;
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      const action = await actionTitled(document.uri, range, String(fix.title));
      await applyAction(action);
      equal(document.getText(), applyEdits(BROKEN, fix.edits), `text after "${fix.title}"`);
      await undo();
      await until('the undo', () => document.getText() === BROKEN);
    }
  });

  it('prefer exactly one fix, and never a choice', async () => {
    const { document } = await open(newPath(), BROKEN);
    const title = rangeOf(document, 'Design: Offline');
    await actionTitled(document.uri, title, 'Insert section "Non-Goals"');
    const preferred = (await actionsAt(document.uri, title)).filter((action) => action.isPreferred);
    equal(preferred.length, 1, 'number of preferred actions');
    const [first] = expected.findings.flatMap(({ fixes = [] }) =>
      fixes.filter(({ applicability }) => applicability !== 'choice'),
    );
    equal(preferred[0]?.title, first?.title, 'preferred action');
  });

  it('offer all of a kind at once', async () => {
    const text = BROKEN.replace('## Goals', '## Goals (Required)');
    const { document } = await open(newPath(), text);
    const mark = rangeOf(document, '(Required)');
    await applyAction(await actionTitled(document.uri, mark, 'Remove the marks from all 2 headings'));
    equal(document.getText(), text.replaceAll(' (Required)', ''), 'text without marks');
    await undo();
    equal(document.getText(), text, 'text after undo');
  });

  it('are silent where nothing is wrong', async () => {
    const { document } = await open(newPath(), BROKEN);
    const title = rangeOf(document, 'Design: Offline');
    await actionTitled(document.uri, title, 'Insert section "Non-Goals"');
    const own = (await actionsAt(document.uri, rangeOf(document, 'Skippers'))).filter((action) =>
      action.title.includes('design-doc'),
    );
    equal(own, [], 'actions');
    equal(findings(document.uri).length > 0, true, 'findings elsewhere');
  });
});
