/** When rows of the Plan view are asked for again. */

import * as vscode from 'vscode';
import type { Stale, TreeNode } from './tree';

/** VS Code acts at once on what it is told, unless it was told something within its 200 ms before. */
const HELD_BACK_MS = 250;
/** No answer to VS Code is on its way any more. */
const FETCHED_MS = 100;
/** Nobody has the button down again so soon after a click. */
const RELEASED_MS = 100;
/** Longer than people take from one box to the next when they click fast. */
const QUIET_MS = 1000;
/** Somebody who has clicked on boxes does something else by now. */
const REST_MS = 10_000;

/**
 * To draw a row anew, VS Code makes its box anew, and a click is lost if the button is down meanwhile. For a row that
 * has rows under it, it forgets those, too, and a click on one of their boxes is lost until it has asked for them
 * again. So while somebody clicks on boxes, rows without any under them are asked for in the moment after a click, when
 * the hand cannot have come to the next box; the others wait until the hand is elsewhere, or has rested for long. What
 * a tick changes to the eye does not wait for that: boxes turn by themselves, colours and counts are decorations.
 */
export class PlanRefresh implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly event = this.changed.event;
  /** What can be asked for in the moment after a click. */
  private readonly waiting = new Set<TreeNode>();
  private readonly resting = new Set<TreeNode>();
  private all = false;
  private last = 0;
  private clickedAt = 0;
  private fetchedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks for nodes again. */
  request(stale: Stale): void {
    if (stale === 'all') {
      this.all = true;
    } else {
      for (const node of stale.nodes) this.waiting.add(node);
      for (const node of stale.above) this.resting.add(node);
    }
    this.schedule();
  }

  /** A box was clicked: another click may follow soon. */
  clicked(): void {
    this.clickedAt = Date.now();
  }

  /** Nobody is about to click on a box. */
  soon(): void {
    this.clickedAt = 0;
    this.schedule();
  }

  /** VS Code was told of something else that it shows, which it holds rows back for, too. */
  told(): void {
    this.last = Date.now();
  }

  /** VS Code fetches rows. A row that is asked for again meanwhile may end up without those under it. */
  fetching(): void {
    this.fetchedAt = Date.now();
  }

  /** True while VS Code may be fetching rows. */
  get recent(): boolean {
    return Date.now() - this.last < HELD_BACK_MS;
  }

  /** Asks for whatever is still waiting. */
  flush(): void {
    for (const node of this.resting) this.waiting.add(node);
    this.resting.clear();
    this.fire();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    const now = Date.now();
    const since = now - this.clickedAt;
    if (this.free <= now) {
      if (since >= REST_MS) this.flush();
      else if (since >= QUIET_MS || since < RELEASED_MS) this.fire();
    }
    const pause = this.isReady ? QUIET_MS : REST_MS;
    if (!this.isReady && this.resting.size === 0) return;
    const due = Math.max(this.free, this.clickedAt + pause);
    this.timer = setTimeout(() => this.schedule(), due - now);
  }

  /** When VS Code takes up at once what it is told. */
  private get free(): number {
    return Math.max(this.last + HELD_BACK_MS, this.fetchedAt + FETCHED_MS);
  }

  private get isReady(): boolean {
    return this.all || this.waiting.size > 0;
  }

  private fire(): void {
    if (!this.isReady) return;
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
