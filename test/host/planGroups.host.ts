import * as vscode from 'vscode';
import type { Analysis } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { worklist } from '../../src/core/features/worklist';
import { readTemplate } from '../../src/core/template/template';
import { PlanTree } from '../../src/vscode/plan/tree';
import { CLEAN } from './fixtures';
import { equal } from './support';

const uri = vscode.Uri.file('/plan.md');
const EMPTY = CLEAN.replace('- A table opens within 200 ms.\n\n', '\n');

describe('the groups of the Plan view', () => {
  let templates: Analysis['environment']['templates'] = [];
  before(async () => {
    const extension = vscode.extensions.getExtension('design-docs.design-docs');
    const root = extension?.extensionUri ?? vscode.Uri.file('/');
    const file = vscode.Uri.joinPath(root, 'media/templates/design.md');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    templates = [readTemplate(text, 'design.md')];
  });

  const show = (tree: PlanTree, text: string): ReturnType<PlanTree['update']> => {
    const analysis = analyze(text, { templates, today: '2026-03-14' });
    return tree.update({ uri, analysis, hideDone: false, work: worklist(analysis) });
  };
  const labels = (tree: PlanTree): unknown[] => tree.children(undefined).map((node) => tree.item(node).label);
  /** The rows that a change makes stale: those drawn at once, those that can wait, and whether all can wait. */
  const stale = (tree: PlanTree, text: string): unknown => {
    const found = show(tree, text);
    if (found === 'all') return found;
    const { nodes, above, allLater } = found;
    const named = (list: typeof nodes): unknown[] => list.map((node) => tree.item(node).label);
    return [named(nodes), named(above), allLater];
  };

  it('say that a draft is ready, or what is to do', () => {
    const tree = new PlanTree();
    show(tree, CLEAN);
    equal(labels(tree).slice(1, 3), ['Ready for Review', 'Store tables'], 'rows of a complete draft');
    show(tree, EMPTY);
    const [, group] = tree.children(undefined);
    const [first] = tree.children(group);
    if (!group || !first) throw new Error('The tree lacks rows.');
    equal(tree.item(group).label, 'To Do Before a Review', 'the group');
    equal(tree.item(first).description, 'Goals', 'the place');
    equal(
      /^\w+: Section "Goals" is empty/.test(tree.item(first).accessibilityInformation?.label ?? ''),
      true,
    );
    equal(tree.parent(first) === group, true, 'the parent');
    show(tree, CLEAN.replace('Draft', 'Implemented'));
    equal(labels(tree).includes('Ready for Review'), false, 'a settled document');
  });

  it('are drawn anew alone, and wait while boxes are clicked', () => {
    const tree = new PlanTree();
    show(tree, EMPTY);
    const [, group] = tree.children(undefined);
    const [row] = tree.children(group);
    equal(stale(tree, EMPTY.replace('# Design', '\n# Design')), [[], [], false], 'lines that have moved');
    equal(tree.children(group)[0] === row, true, 'the same row');
    const more = EMPTY.replace('- Forecasts of the weather.\n\n', '\n');
    equal(stale(tree, more), [[], ['To Do Before a Review'], false], 'one more thing to do');
    equal(stale(tree, CLEAN), [[], [], true], 'another group');
    equal(stale(tree, CLEAN.replace('- [ ] Milestone 2', '- [ ] Milestone 3')), 'all', 'another milestone');
  });
});
