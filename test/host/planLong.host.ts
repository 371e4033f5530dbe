import * as vscode from 'vscode';
import type { Analysis } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import type { Work } from '../../src/core/features/worklist';
import { readTemplate } from '../../src/core/template/template';
import type { TreeNode } from '../../src/vscode/plan/nodes';
import { isTask } from '../../src/vscode/plan/nodes';
import { PlanTree } from '../../src/vscode/plan/tree';
import { longPlan, MILESTONES, STEPS } from './longPlan';
import { closeAll, equal, newPath, open, remove } from './support';

const MILESTONE = 30;
const STEP = 250;
const work: Work = { findings: { items: [], total: 0 } };

function labels(tree: PlanTree, nodes: readonly TreeNode[]): string[] {
  return nodes.map((node) => {
    const { label, checkboxState } = tree.item(node);
    const state = typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
    return `${state === vscode.TreeItemCheckboxState.Checked ? 'x' : ' '} ${label}`;
  });
}

describe('a plan of 25,000 steps', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs');
  });

  it('is ticked by the command, and of its rows only those change that show it', async () => {
    const extension = vscode.extensions.getExtension('design-docs.design-docs');
    const template = vscode.Uri.joinPath(
      extension?.extensionUri ?? vscode.Uri.file('/'),
      'media/templates/design.md',
    );
    const bytes = await vscode.workspace.fs.readFile(template);
    const environment = {
      templates: [readTemplate(new TextDecoder().decode(bytes), 'design.md')],
      today: '2026-03-14',
    };
    const text = longPlan();
    const { document } = await open(newPath(), text);
    const { uri } = document;
    const rows = (analysis: Analysis) => ({ uri, analysis, hideDone: false, work });
    const tree = new PlanTree();
    tree.update(rows(analyze(text, environment)));
    // The first row is the link to the next step.
    const [link, ...milestones] = tree.children(undefined);
    equal(milestones.length, MILESTONES, 'milestones');
    equal(link && isTask(link), false, 'the link is a row of its own');
    const wall = milestones[MILESTONE];
    if (!wall) throw new Error('The tree lacks rows.');
    equal(tree.item(wall).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed, 'not started');
    const stones = tree.children(wall);
    const stone = stones[STEP];
    if (!stone || !isTask(stone)) throw new Error('The tree lacks rows.');
    await vscode.commands.executeCommand('designDocs.showPlan');
    const { line, title } = stone.row;
    equal(
      await vscode.commands.executeCommand('designDocs.toggleStep', { uri, line, title }),
      true,
      'outcome',
    );
    const lines = text.split('\n');
    lines[line] = `  - [x] ${title}`;
    equal(document.getText() === lines.join('\n'), true, 'only the box has changed');

    const stale = tree.update(rows(analyze(document.getText(), environment)));
    // The milestone is started, so that its first step is the next one, and that of the first milestone is no longer.
    const changed = [tree.children(milestones[0])[0], stones[0], stone];
    equal(
      stale === 'all' ? stale : stale.nodes.map((node) => changed.indexOf(node)),
      [0, 1, 2],
      'stale rows',
    );
    equal(stale === 'all' ? stale : stale.above.map((node) => node === wall), [true], 'stale rows above');
    const after = tree.children(wall);
    equal(after.length === STEPS && after.every((node, at) => node === stones[at]), true, 'the same rows');
    equal(
      labels(tree, after.slice(STEP - 1, STEP + 2)),
      ['  Lay stone 250', 'x Lay stone 251', '  Lay stone 252'],
      'the rows around it',
    );
    equal(labels(tree, [wall]), ['  Build wall 31'], 'the row above it');
    equal(tree.item(wall).collapsibleState, vscode.TreeItemCollapsibleState.Expanded, 'under way');
    equal(tree.parent(stone) === wall, true, 'its parent');
  });

  it('leaves nothing in memory of the rows before an edit', async function () {
    const gc = garbageCollector();
    if (!gc) this.skip();
    const text = longPlan();
    const uri = vscode.Uri.file('/plan.md');
    const tree = new PlanTree();
    const update = (title: string): WeakRef<object> => {
      const analysis = analyze(text.replace('Lay stone 7\n', `${title}\n`), {
        templates: [],
        today: '2026-03-14',
      });
      tree.update({ uri, analysis, hideDone: false, work });
      const [, milestone] = tree.children(undefined);
      if (!milestone || !isTask(milestone)) throw new Error('The tree lacks rows.');
      return new WeakRef(milestone.row);
    };
    const rows = ['Lay stone 7a', 'Lay stone 7b', 'Lay stone 7c'].map(update);
    // A weak reference holds its object until the current job has ended.
    await new Promise((resolve) => setTimeout(resolve, 0));
    gc();
    equal(
      rows.map((row) => row.deref() !== undefined),
      [false, false, true],
      'rows in memory',
    );
  });
});

/** Collects garbage; undefined in a host without Node. */
function garbageCollector(): (() => void) | undefined {
  const v8 = globalThis.process?.getBuiltinModule?.('node:v8');
  const vm = globalThis.process?.getBuiltinModule?.('node:vm');
  v8?.setFlagsFromString('--expose-gc');
  return vm?.runInNewContext('gc') as (() => void) | undefined;
}
