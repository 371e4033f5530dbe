/** When rows of the Plan view are asked for again. */

import * as vscode from 'vscode';
import type { Stale, TreeNode } from './planTree';

/** VS Code holds back what comes within 200 ms of the last request. */
const APART_MS = 250;
const QUIET_MS = 600;

/**
 * Asks at once, which is just after a click has changed a box, or else when nothing has happened for a while: while VS
 * Code fetches the rows under a milestone again, a click on one of them is lost, and it knows no way to change a
 * milestone's count without fetching them. Nobody clicks on two boxes that fast, and few in the moment after a pause.
 */
export class PlanRefresh implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly event = this.changed.event;
  private readonly waiting = new Set<TreeNode>();
  private all = false;
  private last = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks for nodes again. */
  request(stale: Stale): void {
    if (stale.length === 0) return;
    if (stale === 'all') this.all = true;
    else for (const node of stale) this.waiting.add(node);
    if (Date.now() - this.last > APART_MS) this.fire();
    else {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.fire(), QUIET_MS);
    }
  }

  /** True while VS Code may be fetching rows. */
  get recent(): boolean {
    return Date.now() - this.last < QUIET_MS;
  }

  /** Asks for whatever is still waiting. */
  flush(): void {
    if (this.all || this.waiting.size > 0) this.fire();
  }

  private fire(): void {
    clearTimeout(this.timer);
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
