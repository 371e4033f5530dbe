/** The plan of the active document as a tree with checkboxes. */

import * as vscode from 'vscode';
import type { Plan } from '../core/plan/plan';
import { type PlanRow, planRows } from '../core/plan/rows';
import type { ActiveDocument } from './activeDocument';
import type { Analyses } from './analyses';
import type { EditQueue } from './edits';
import { tick } from './offers';
import { baseName } from './paths';
import { isTickable } from './planEdits';
import { tell } from './tell';

/** A row and the document that it belongs to. */
export interface PlanNode {
  readonly uri: vscode.Uri;
  readonly row: PlanRow;
}

/** Shows the plan and ticks in it. */
export class PlanView implements vscode.Disposable, vscode.TreeDataProvider<PlanNode> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<PlanNode>;
  private nodes: readonly PlanNode[] = [];
  /** What the tree shows, to leave it alone while edits elsewhere in the document change nothing in it. */
  private shown = '';
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly analyses: Analyses,
    private readonly active: ActiveDocument,
    private readonly edits: EditQueue,
  ) {
    this.view = vscode.window.createTreeView('designDocs.plan', {
      treeDataProvider: this,
      showCollapseAll: true,
      // VS Code would tick children with their parent, which is not what the document says.
      manageCheckboxStateManually: true,
    });
    this.subscriptions = [
      this.view,
      this.view.onDidChangeCheckboxState((event) => this.onCheckboxes(event)),
      active.onDidChange(() => this.update()),
      analyses.onDidChange((document) => {
        if (document === active.document) this.update();
      }),
    ];
    this.update();
  }

  /** The row that the user selected. */
  get selected(): PlanNode | undefined {
    return this.view.selection[0];
  }

  /** Ticks or unticks a row, or turns it over if it is not said which; the tree then shows what the document says, whatever became of it. */
  async tick({ uri, row }: PlanNode, done?: boolean): Promise<void> {
    try {
      await tick(this.analyses, this.edits, { uri, row, ...(done !== undefined && { done }) });
    } catch (error) {
      this.shown = '';
      this.update();
      throw error;
    }
  }

  getTreeItem(node: PlanNode): vscode.TreeItem {
    return planItem(node);
  }

  getChildren(node?: PlanNode): PlanNode[] {
    const nodes = node ? node.row.rows.map((row) => ({ uri: node.uri, row })) : this.nodes;
    return [...nodes];
  }

  private async onCheckboxes({ items }: vscode.TreeCheckboxChangeEvent<PlanNode>): Promise<void> {
    const checked = vscode.TreeItemCheckboxState.Checked;
    await tell(Promise.all(items.map(([node, state]) => this.tick(node, state === checked))));
  }

  private update(): void {
    const { document } = this.active;
    const plan = document && this.analyses.of(document)?.plan;
    this.nodes = document && plan ? planRows(plan).map((row) => ({ uri: document.uri, row })) : [];
    this.view.description = document && plan ? baseName(document.uri) : undefined;
    // The welcome text shows only where there is neither a row nor a message.
    this.view.message = plan && plan.total > 0 ? progress(plan) : undefined;
    const shows = JSON.stringify(this.nodes);
    if (shows === this.shown) return;
    this.shown = shows;
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

function progress({ done, total }: Plan): string {
  return vscode.l10n.t('{0} of {1} steps done', done, total);
}

function planItem({ uri, row }: PlanNode): vscode.TreeItem {
  // Every row starts unfolded and keeps what the user makes of it, also when its last step is ticked.
  const { Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(row.title, row.rows.length > 0 ? Expanded : None);
  item.id = `${uri.toString()}\n${row.id}`;
  item.contextValue = row.progress ? 'milestone' : 'step';
  item.accessibilityInformation = { label: spoken(row) };
  const line = new vscode.Range(row.line, 0, row.line, 0);
  // VS Code's own command knows whether the row was clicked, double-clicked or opened by key.
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Show Line'),
    arguments: [uri, { selection: line }],
  };
  if (row.progress) item.description = `${row.progress.done}/${row.progress.total}`;
  if (isTickable(row)) {
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    item.checkboxState = {
      state: row.done ? Checked : Unchecked,
      tooltip: row.done ? vscode.l10n.t('Done') : vscode.l10n.t('Not done'),
      accessibilityInformation: { label: spoken(row), role: 'checkbox' },
    };
  } else if (row.mark !== undefined) {
    item.description = `[${row.mark}] ${item.description ?? ''}`.trim();
  } else {
    item.iconPath = new vscode.ThemeIcon('milestone');
  }
  return item;
}

/** What a screen reader says: a row's own label would not tell its state. */
function spoken({ title, done, progress, position, count }: PlanRow): string {
  if (progress === undefined) {
    return done
      ? vscode.l10n.t('{0}, done, step {1} of {2}', title, position, count)
      : vscode.l10n.t('{0}, not done, step {1} of {2}', title, position, count);
  }
  const counts = [title, progress.done, progress.total, position, count];
  switch (progress.state) {
    case 'done':
      return vscode.l10n.t('{0}, done, {1} of {2} steps, milestone {3} of {4}', ...counts);
    case 'started':
      return vscode.l10n.t('{0}, started, {1} of {2} steps done, milestone {3} of {4}', ...counts);
    case 'open':
      return vscode.l10n.t('{0}, not started, {1} of {2} steps done, milestone {3} of {4}', ...counts);
  }
}
