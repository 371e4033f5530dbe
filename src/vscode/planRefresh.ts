/** When rows of the Plan view are asked for again. */

import * as vscode from 'vscode';
import type { Stale, TreeNode } from './planTree';

/** Longer than people take from one box to the next, and than the 200 ms for which VS Code itself holds back requests. */
const QUIET_MS = 800;
/** No answer to VS Code is on its way any more. */
const SETTLED_MS = 400;
/** A timer that is this late tells of a busy host, which may have clicks to take in yet. */
const LATE_MS = 30;

/**
 * While VS Code fetches the rows under a milestone again, a click on one of their boxes is lost; and it can change the
 * count of a milestone only by fetching what is under it. So a row that has none under it is asked for at once, and
 * the others when a while has passed without another change.
 */
export class PlanRefresh implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly event = this.changed.event;
  private readonly waiting = new Set<TreeNode>();
  private all = false;
  private last = 0;
  private fetched = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly isLeaf: (node: TreeNode) => boolean) {}

  /** Asks for nodes again. */
  request(stale: Stale): void {
    if (stale.length === 0) return;
    const nodes = stale === 'all' ? [] : stale;
    const leaves = nodes.filter((node) => this.isLeaf(node));
    if (leaves.length > 0) this.changed.fire(leaves);
    if (leaves.length > 0 && leaves.length === nodes.length && this.timer === undefined) return;
    for (const node of nodes) if (!leaves.includes(node)) this.waiting.add(node);
    this.all ||= stale === 'all';
    this.wait();
  }

  /** A box was clicked: another click may follow soon. */
  hold(): void {
    if (this.timer !== undefined) this.wait();
  }

  /** VS Code fetches rows. A row that is asked for again meanwhile may end up without those under it. */
  fetching(): void {
    this.fetched = Date.now();
    this.hold();
  }

  /** Asks for what is waiting as soon as nothing is being fetched: nobody clicks on rows of another document. */
  soon(): void {
    if (Date.now() - this.fetched > SETTLED_MS) this.flush();
  }

  private wait(): void {
    const due = Date.now() + QUIET_MS;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (Date.now() > due + LATE_MS) this.wait();
      else this.flush();
    }, QUIET_MS);
  }

  /** True while VS Code may be fetching rows. */
  get recent(): boolean {
    return Date.now() - this.last < QUIET_MS;
  }

  /** Asks for whatever is still waiting. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.all && this.waiting.size === 0) return;
    const nodes = this.all ? undefined : [...this.waiting];
    this.waiting.clear();
    this.all = false;
    this.last = Date.now();
    this.changed.fire(nodes);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }
}
