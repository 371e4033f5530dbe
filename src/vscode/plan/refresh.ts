/** Schedules when VS Code fetches rows of the Plan view again. */

import * as vscode from 'vscode';
import type { TreeNode } from './nodes';
import type { Stale } from './tree';

/** VS Code handles a change event at once unless another came within the last 200 ms; this adds a margin. */
const HELD_BACK_MS = 250;
/** The longest time between VS Code's requests for rows and for the rows below them. */
const COMPLETE_MS = 1000;
/** Time after which a fetch has finished. */
const FETCHED_MS = 100;
/** Time after a click in which the mouse button cannot be down again. */
const RELEASED_MS = 100;
/** Longer than the pause between quick clicks on successive boxes. */
const QUIET_MS = 1000;
/** Time after a click when the user is assumed to have stopped clicking boxes. */
const REST_MS = 10_000;

/**
 * Delays change events of the tree so that VS Code loses no clicks on boxes. When VS Code redraws a row, it recreates
 * the box, and a click is lost if the mouse button is down at that time. If the row has children, VS Code discards them
 * too, and clicks on their boxes are lost until it has fetched them again. So while the user clicks boxes, rows without
 * children are refreshed right after a click, when the pointer cannot have reached the next box. Rows with children
 * wait until the user does something else or has not clicked for `REST_MS`, and so do groups, whose rows would move the
 * boxes below them. The visible effect of a tick does not wait:
 * VS Code toggles the box itself, and colours and counts are decorations.
 */
export class PlanRefresh implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly event = this.changed.event;
  /** Stale nodes without children, which can be refreshed right after a click. */
  private readonly waiting = new Set<TreeNode>();
  /** Stale nodes with children, which wait until the user has stopped clicking. */
  private readonly resting = new Set<TreeNode>();
  /** True if all nodes are stale. */
  private all = false;
  /** True if all nodes are to be refreshed once the user has stopped clicking. */
  private allLater = false;
  /** The time of the last event to VS Code. */
  private lastEventAt = 0;
  private clickedAt = 0;
  private fetchedAt = 0;
  private firedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Schedules a refresh of stale nodes. */
  request(stale: Stale): void {
    if (stale === 'all') {
      this.all = true;
    } else {
      for (const node of stale.nodes) this.waiting.add(node);
      for (const node of stale.above) this.resting.add(node);
      this.allLater ||= stale.allLater;
    }
    this.schedule();
  }

  /** Reports a click on a box; another one may follow soon. */
  clicked(): void {
    this.clickedAt = Date.now();
  }

  /** Reports that the user does something other than clicking boxes, so that nothing needs to wait. */
  clickingEnded(): void {
    this.clickedAt = 0;
    this.schedule();
  }

  /** Reports another event to VS Code about the view, which delays row updates, too. */
  eventSent(): void {
    this.lastEventAt = Date.now();
  }

  /** Reports that VS Code fetches rows. A row that is refreshed during a fetch may lose its children. */
  rowsRequested(): void {
    this.fetchedAt = Date.now();
  }

  /**
   * Reports that VS Code asks for one row: to answer an event, in the course of a fetch, but also, alone, when its box is
   * clicked, which is no fetch.
   */
  rowRequested(): void {
    if (this.fetches) this.rowsRequested();
  }

  /** True while VS Code may still request rows. */
  get fetches(): boolean {
    return this.fetchedAt < this.firedAt || Date.now() - this.fetchedAt < COMPLETE_MS;
  }

  /** Refreshes all stale nodes now. */
  flush(): void {
    for (const node of this.resting) this.waiting.add(node);
    this.resting.clear();
    this.all ||= this.allLater;
    this.fire();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    const now = Date.now();
    const since = now - this.clickedAt;
    if (this.freeAt <= now) {
      if (since >= REST_MS) this.flush();
      else if (since >= QUIET_MS || since < RELEASED_MS) this.fire();
    }
    const pause = this.isReady ? QUIET_MS : REST_MS;
    if (!this.isReady && this.resting.size === 0 && !this.allLater) return;
    const due = Math.max(this.freeAt, this.clickedAt + pause);
    this.timer = setTimeout(() => this.schedule(), due - now);
  }

  /** The time from which VS Code handles an event at once. */
  private get freeAt(): number {
    return Math.max(this.lastEventAt + HELD_BACK_MS, this.fetchedAt + FETCHED_MS);
  }

  private get isReady(): boolean {
    return this.all || this.waiting.size > 0;
  }

  private fire(): void {
    if (!this.isReady) return;
    const nodes = this.all ? undefined : [...this.waiting];
    if (this.all) this.allLater = false;
    this.waiting.clear();
    this.all = false;
    this.lastEventAt = Date.now();
    this.firedAt = this.lastEventAt;
    this.changed.fire(nodes);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }
}
