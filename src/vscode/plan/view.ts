/** The Plan view: the plan of a design doc as a tree with checkboxes. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { planRows, rowAt } from '../../core/features/planRows';
import type { EditQueue } from '../documents/editQueue';
import { PLAN_VIEW } from '../manifest/when';
import { reportErrors } from '../messages/reportError';
import type { Analyses } from '../model/analyses';
import { setContext } from '../settings/setContext';
import { tick } from './completeParents';
import { PlanDecorations } from './decorations';
import type { PlanDocument } from './document';
import { PlanDrop } from './drop';
import { badgeOf, messageOf, stateOf } from './header';
import type { Aim } from './move';
import { move } from './move';
import type { PlanNode, TreeNode } from './nodes';
import { isTask } from './nodes';
import { PlanRefresh } from './refresh';
import { PlanTree } from './tree';
import { PlanWork } from './work';

const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
const HIDE_DONE = 'plan.hideDone';
const PAUSE_MS = 30;
/** After five seconds, the user has to pick a row. */
const MAX_TRIES = 5000 / PAUSE_MS;

/** Shows the plan, and ticks and moves its rows. */
export class PlanView implements vscode.Disposable, vscode.TreeDataProvider<TreeNode> {
  private readonly tree = new PlanTree();
  private readonly refresh = new PlanRefresh();
  readonly onDidChangeTreeData = this.refresh.event;
  private readonly decorations = new PlanDecorations();
  private readonly work = new PlanWork();
  private readonly view: vscode.TreeView<TreeNode>;
  /** The last move. A held key requests the next move before the row is selected at its new position. */
  private moving: Promise<void> = Promise.resolve();
  /**
   * The selected row: the one that VS Code reported last, or that a move has selected since. VS Code's own list of
   * selected rows is empty while it requests rows again.
   */
  private current: TreeNode | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly analyses: Analyses,
    private readonly shown: PlanDocument,
    private readonly edits: EditQueue,
    private readonly state: vscode.Memento,
  ) {
    this.view = vscode.window.createTreeView(PLAN_VIEW, {
      treeDataProvider: this,
      dragAndDropController: new PlanDrop((node, aim) => this.move(async () => node, aim)),
      showCollapseAll: true,
      canSelectMany: true,
      // Otherwise VS Code would tick the children together with their parent, unlike the document.
      manageCheckboxStateManually: true,
    });
    this.subscriptions = [
      this.view,
      this.refresh,
      this.view.onDidChangeCheckboxState((event) => this.onCheckboxes(event)),
      this.decorations,
      this.work,
      this.work.onDidChange(() => this.update()),
      this.view.onDidChangeSelection(({ selection: [node] }) => {
        this.current = node;
      }),
      vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
        if (kind === Keyboard || kind === Mouse) this.refresh.clickingEnded();
      }),
      shown.onDidChange(() => {
        this.update();
        this.refresh.clickingEnded();
      }),
      analyses.onDidChange((document) => {
        if (document === shown.document) this.update();
      }),
      // Show expected edits at once, before VS Code has applied and reported them.
      analyses.onDidExpect(({ document, analysis }) => {
        if (document === shown.document) this.show(document, analysis);
      }),
    ];
    this.update();
  }

  private get selected(): TreeNode | undefined {
    const { current } = this;
    return current && this.tree.has(current) ? current : this.view.selection[0];
  }

  /** The selected milestones and steps if they are several, else none. */
  get several(): readonly PlanNode[] {
    const nodes = this.view.selection.filter(isTask);
    return nodes.length > 1 ? nodes : [];
  }

  /** The row that the user selected. A selection made while VS Code requests rows is known once it has them. */
  async settledNode(): Promise<TreeNode | undefined> {
    for (let tries = 0; tries < MAX_TRIES && this.view.visible; tries++) {
      if (this.selected !== undefined || !this.refresh.fetches) return this.selected;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return undefined;
  }

  /** The design doc in the view. */
  get document(): vscode.TextDocument | undefined {
    return this.shown.document;
  }

  /** True if the view hides completed rows. */
  get hidesDone(): boolean {
    return this.state.get<boolean>(HIDE_DONE) === true;
  }

  /** Hides or shows completed rows, and remembers the choice. */
  async hideDone(hide: boolean): Promise<void> {
    await this.state.update(HIDE_DONE, hide);
    this.update();
    this.refresh.clickingEnded();
  }

  /**
   * Ticks or unticks a row, or toggles it if `done` is undefined. On an error, the tree is refreshed, so that the box
   * shows the state in the document.
   */
  async tick({ uri, row }: PlanNode, done?: boolean): Promise<void> {
    try {
      await tick(this.analyses, this.edits, { uri, row, ...(done !== undefined && { done }) });
    } catch (error) {
      this.refresh.request('all');
      throw error;
    }
  }

  /**
   * Moves the row that `find` returns and keeps it selected. Moves run one after the other: `find` is called when the
   * previous move has selected its row.
   */
  move(find: () => Promise<PlanNode | undefined>, aim: Aim): Promise<void> {
    const thisMove = this.moving
      .catch(() => undefined)
      .then(async () => {
        const node = await find();
        if (node) await this.moveAndSelect(node, aim);
      });
    this.moving = thisMove;
    return thisMove;
  }

  private async moveAndSelect(node: PlanNode, aim: Aim): Promise<void> {
    const path = await move(this.analyses, this.edits, node, aim);
    if (!path || !this.view.visible) return;
    const document = await vscode.workspace.openTextDocument(node.uri);
    const analysis = this.analyses.of(document);
    const row = analysis && rowAt(planRows(analysis.plan), path);
    const moved = row && this.tree.nodeAt(row.line);
    if (!moved) return;
    // VS Code can reveal only rows that it has fetched.
    this.refresh.flush();
    await this.view.reveal(moved, { select: true, focus: true });
    this.current = moved;
  }

  /** Selects the row of the task on a line and moves the keyboard there; false if the view has none. */
  async reveal(uri: vscode.Uri, line: number): Promise<boolean> {
    const node = this.document?.uri.toString() === uri.toString() ? this.tree.nodeAt(line) : undefined;
    if (!node) return false;
    this.refresh.flush();
    await this.view.reveal(node, { select: true, focus: true });
    this.current = node;
    return true;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    this.refresh.rowRequested();
    const item = this.tree.item(node);
    // A click on a group opens or closes it.
    if ('group' in node) return item;
    item.command = {
      command: 'designDocs.goToStep',
      title: vscode.l10n.t('Show Line'),
      arguments: [node, { preserveFocus: true }],
    };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    item.tooltip ??= this.tree.tooltip(node);
    return item;
  }

  getChildren(node?: TreeNode): TreeNode[] {
    this.refresh.rowsRequested();
    return this.tree.children(node);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.tree.parent(node);
  }

  private async onCheckboxes({ items }: vscode.TreeCheckboxChangeEvent<TreeNode>): Promise<void> {
    this.refresh.clicked();
    const checked = vscode.TreeItemCheckboxState.Checked;
    const ticks = items.map(([node, state]) => isTask(node) && this.tick(node, state === checked));
    await reportErrors(Promise.all(ticks));
  }

  private update(): void {
    const { document } = this.shown;
    this.show(document, document && this.analyses.of(document));
  }

  private show(document: vscode.TextDocument | undefined, analysis: Analysis | undefined): void {
    const content = document &&
      analysis && {
        uri: document.uri,
        analysis,
        hideDone: this.hidesDone,
        work: this.work.of(document, analysis),
      };
    this.refresh.request(this.tree.update(content));
    if (!this.view.visible) this.refresh.flush();
    this.decorations.show(this.tree.decorations());
    const message = content && messageOf(document, analysis, this.shown.pinned);
    // Setting a message delays row updates in VS Code, even if the message is unchanged.
    if (this.view.message !== message) {
      this.view.message = message;
      this.refresh.eventSent();
    }
    this.view.badge = analysis && badgeOf(analysis);
    setContext('designDocs.plan', analysis && stateOf(analysis));
    setContext('designDocs.planPinned', this.shown.pinned);
    setContext('designDocs.planHidesDone', this.hidesDone);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}
