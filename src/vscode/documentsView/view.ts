/** The Documents view: all design docs of the workspace, in groups. */

import * as vscode from 'vscode';
import type { Arrangement } from '../../core/listing/arrange';
import { arrange } from '../../core/listing/arrange';
import type { ActiveDocument } from '../documents/activeDocument';
import { settings } from '../manifest/settings';
import type { DocumentsState } from '../manifest/when';
import { DOCUMENTS_VIEW } from '../manifest/when';
import { reportErrors } from '../messages/reportError';
import type { ArrangedDocuments, Index, IndexedFile } from '../services/services';
import { setContext } from '../settings/setContext';
import { changesSetting } from '../settings/settings';
import { readArrangement, storeArrangement } from './arrangement';
import type { DocumentNode, FileNode, GroupNode } from './items';
import { fileItem, fileTooltip, groupItem } from './items';

/** Shows the documents of the index while it is visible, and selects the active one. */
export class DocumentsView
  implements ArrangedDocuments, vscode.Disposable, vscode.TreeDataProvider<DocumentNode>
{
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<DocumentNode>;
  private groups: readonly GroupNode[] = [];
  private nodes: ReadonlyMap<string, FileNode> = new Map();
  /** The groups and documents that the view shows, as JSON: an equal list is not drawn again. */
  private shown = '';
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly index: Index,
    private readonly active: ActiveDocument,
    private readonly state: vscode.Memento,
  ) {
    this.view = vscode.window.createTreeView(DOCUMENTS_VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    index.keepCurrent(() => this.view.visible);
    this.subscriptions = [
      this.view,
      index.onDidChange((files) => this.show(files)),
      this.view.onDidChangeVisibility(() => void reportErrors(this.load())),
      active.onDidChange(() => void this.selectActive()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesSetting(event, settings.documentsGroupBy) && index.known) this.show(index.known);
      }),
    ];
    void reportErrors(this.load());
  }

  get arrangement(): Arrangement {
    return readArrangement(this.state);
  }

  async arrange(change: Partial<Arrangement>): Promise<void> {
    await storeArrangement(this.state, change);
    if (this.index.known) this.show(this.index.known);
  }

  getTreeItem(node: DocumentNode): vscode.TreeItem {
    return 'file' in node ? fileItem(node) : groupItem(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: DocumentNode): vscode.TreeItem {
    if ('file' in node) item.tooltip = fileTooltip(node);
    return item;
  }

  getChildren(node?: DocumentNode): DocumentNode[] {
    if (!node) return [...this.groups];
    return 'file' in node ? [] : [...this.nodes.values()].filter(({ parent }) => parent.id === node.id);
  }

  getParent(node: DocumentNode): DocumentNode | undefined {
    return 'file' in node ? node.parent : undefined;
  }

  private async load(): Promise<void> {
    if (!this.view.visible) return;
    const location = { viewId: DOCUMENTS_VIEW };
    await vscode.window.withProgress({ location }, () => this.index.current());
    await this.selectActive();
  }

  private show(files: readonly IndexedFile[]): void {
    const { arrangement } = this;
    const { grouping, selection } = arrangement;
    const groups = arrange(files, arrangement);
    setContext('designDocs.documents', stateOf(files.length, groups.length));
    this.view.description = selectionName(selection);
    const shown = JSON.stringify([grouping, groups]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.groups = groups.map((group) => ({
      id: JSON.stringify([grouping, group.isOther, group.key]),
      group,
      grouping,
    }));
    this.nodes = new Map(
      this.groups.flatMap((parent) =>
        parent.group.documents.map((file) => {
          const id = file.uri.toString();
          return [id, { id, uri: file.uri, file, parent }] as const;
        }),
      ),
    );
    this.changed.fire();
  }

  /** Selects the active document, as the Explorer does, unless its row is selected. */
  private async selectActive(): Promise<void> {
    const node = this.nodes.get(this.active.uri?.toString() ?? '');
    if (!node || !this.view.visible || this.view.selection.some(({ id }) => id === node.id)) return;
    // The row may go while VS Code looks for it.
    await this.view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

function stateOf(files: number, groups: number): DocumentsState {
  if (files === 0) return 'none';
  return groups === 0 ? 'filtered' : 'some';
}

/** The text beside the name of the view, which says that documents are left out. */
function selectionName(selection: Arrangement['selection']): string {
  if (selection === 'open') return vscode.l10n.t('not settled');
  return selection === 'warnings' ? vscode.l10n.t('with warnings') : '';
}
