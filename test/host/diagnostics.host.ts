import * as vscode from 'vscode';
import { BROKEN, CLEAN } from './fixtures';
import {
  closeAll,
  equal,
  findings,
  newPath,
  open,
  rangeOf,
  remove,
  ruleOf,
  rulesIn,
  type,
  undo,
  until,
  untilRules,
  write,
} from './support';

describe('diagnostics', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs', 'notes', 'README.md');
  });

  it('are none on a complete doc', async () => {
    const { document } = await open(newPath(), `${CLEAN}\n## Notes (Required)\n\nNone.\n`);
    await untilRules(document.uri, []);
    const editor = await open(
      'docs/design_docs/0002-clean.md',
      CLEAN.replace('## Goals', '## Goals (Required)'),
    );
    await untilRules(editor.document.uri, ['leftover-suffix']);
    await type(editor, ' (Required)', '');
    await untilRules(editor.document.uri, []);
  });

  it('have exact ranges, a severity, a source and a code with a link', async () => {
    const { document } = await open(newPath(), BROKEN);
    await until('findings', () => findings(document.uri).length > 0);
    const byRule = new Map(findings(document.uri).map((finding) => [ruleOf(finding), finding]));
    const suffix = byRule.get('leftover-suffix');
    equal(suffix?.range, rangeOf(document, '(Required)'), 'range of the mark');
    equal(suffix?.severity, vscode.DiagnosticSeverity.Warning, 'severity of the mark');
    const block = byRule.get('leftover-instructions');
    const [start, end] = [rangeOf(document, '<instructions>'), rangeOf(document, '</instructions>')];
    equal(block?.range, start.union(end), 'range of the block');
    equal(block?.severity, vscode.DiagnosticSeverity.Information, 'severity of the block in a draft');
    equal(byRule.get('missing-section')?.range, rangeOf(document, 'Design: Offline Tide Tables'), 'range');
    const hints = findings(document.uri).filter(
      ({ severity }) => severity === vscode.DiagnosticSeverity.Hint,
    );
    equal(hints.length > 0, true, 'hints about what is only recommended');
    for (const [rule, { code }] of byRule) {
      const target = typeof code === 'object' ? code.target : undefined;
      const at = target && (await vscode.workspace.openTextDocument(target.with({ fragment: '' })));
      const line = Number(target?.fragment.slice(1)) - 1;
      equal(at?.lineAt(line).text, `## ${rule}`, 'start of the page that the code links to');
    }
  });

  it('come and go while somebody types', async () => {
    const editor = await open(newPath(), CLEAN);
    const { document } = editor;
    await untilRules(document.uri, []);
    await type(editor, '## Non-Goals\n\n- Forecasts of the weather.\n\n', '');
    await untilRules(document.uri, ['missing-section']);
    await type(editor, '## Next Steps', '## Non-Goals\n\n- Forecasts.\n\n## Next Steps');
    await untilRules(document.uri, []);
  });

  it('know the headings of another file, saved or typed', async () => {
    await write('notes/tides.md', '# Tides\n\n## Neap tide\n');
    const text = `${CLEAN}\nSee [the tides](../../notes/tides.md#spring-tide).\n`;
    const { document } = await open(newPath(), text);
    await untilRules(document.uri, ['broken-link']);
    const other = await open('notes/tides.md', '# Tides\n\n## Neap tide\n');
    await type(other, 'Neap tide', 'Spring tide');
    await untilRules(document.uri, []);
    await closeAll();
  });

  it('leave other Markdown alone', async () => {
    const readme = await open('README.md', BROKEN);
    const inFolder = await open('docs/design_docs/README.md', BROKEN);
    const note = await open('notes/shopping.md', '# Shopping\n\n## Summary\n\n- [ ] Milk\n\n## Goals\n');
    const doc = await open(newPath(), BROKEN);
    // Once the doc that was opened last has its findings, those of the others would be there, too.
    await until('findings', () => findings(doc.document.uri).length > 0);
    for (const { document } of [readme, inFolder, note]) equal(rulesIn(document.uri), [], 'findings');
  });

  it('follow headings as a template has them, wherever the file lies', async () => {
    const editor = await open('notes/anything.md', CLEAN.replace('## Goals', '## Goals (Required)'));
    await untilRules(editor.document.uri, ['leftover-suffix']);
    const { document } = editor;
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole, '# Offline\n\n## Kettle (Required)\n'));
    await untilRules(document.uri, []);
  });

  it('work in a document that was never saved', async () => {
    const content = CLEAN.replace('## Goals', '## Goals (Required)');
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    await untilRules(document.uri, ['leftover-suffix']);
  });

  it('go away with the document', async () => {
    const uri = await write(newPath(), BROKEN);
    // A document that an extension opens stays open for minutes, one that the user opens does not.
    await vscode.commands.executeCommand('vscode.open', uri);
    await until('findings', () => findings(uri).length > 0);
    await closeAll();
    await until('no findings', () => findings(uri).length === 0);
  });

  it('are one that says why on a document that is too long, and all of them when it is short again', async () => {
    const paragraph = `${'A long line of prose. '.repeat(500)}\n\n`;
    const editor = await open(newPath(), BROKEN + paragraph.repeat(200));
    const { document } = editor;
    await until('the reason', () => findings(document.uri).some(({ message }) => /2 MB/.test(message)));
    equal(findings(document.uri).length, 1, 'number of findings');
    const tail = new vscode.Range(document.positionAt(BROKEN.length), document.positionAt(10_000_000));
    await editor.edit((builder) => builder.delete(tail));
    await until('the findings', () => rulesIn(document.uri).includes('leftover-suffix'));
    await undo();
    await until('the reason', () => findings(document.uri).some(({ message }) => /2 MB/.test(message)));
  });
});
