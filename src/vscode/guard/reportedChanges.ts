/** Finds what other programs change in design docs while VS Code runs, and holds what is worth telling. */

import * as vscode from 'vscode';
import type { Report } from '../../core/changes/report';
import { reportOf } from '../../core/changes/report';
import { exactText, openAt, statOf } from '../documents/savedFile';
import { shownResource } from '../documents/tabs';
import { analyzeText } from '../listing/fileQueries';
import { settings } from '../manifest/settings';
import { reportErrors } from '../messages/reportError';
import { statesFor } from '../review/states';
import type { DocumentServices, Index, ReportedChange, ReportedChanges } from '../services/services';
import { readSetting } from '../settings/settings';
import type { Repositories } from './gitMoves';
import { repositoriesOf } from './gitMoves';
import { SeenTexts } from './seenTexts';

/** The debounce delay after a change, in milliseconds: programs write a file several times, and several files. */
const PAUSE = 500;
/** Changes that go on and on put off a comparison at most so long, in milliseconds. */
const MAX_PAUSE = 5_000;
/** How often git is waited for. A program that was killed leaves its lock behind. */
const MAX_WAITS = 60;
/** A watcher reports a change at most so many milliseconds later. A file that was moved here has an older time. */
const LATEST = 5_000;

/** A document that may have been changed, and when that was first noticed. */
interface Touched {
  readonly uri: vscode.Uri;
  readonly at: number;
}

/** A document with the text that the user last saw, and with that of its file. */
interface Texts extends Touched {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Compares the file with the text that the user last saw, whenever a watcher or a reload says that it may have changed.
 * What the editor saved is what the user saw, so that edits, undo, formatters and fixes are no changes.
 */
export class FoundChanges implements ReportedChanges, vscode.Disposable {
  private readonly found = new vscode.EventEmitter<readonly ReportedChange[]>();
  readonly onDidReport = this.found.event;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly reports = new Map<string, ReportedChange>();
  private readonly seen: SeenTexts;
  private touched = new Map<string, Touched>();
  private waits = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking: Promise<unknown> = Promise.resolve();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly services: DocumentServices,
    index: Index,
  ) {
    this.seen = new SeenTexts(services.configs, index);
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown,MD}');
    const touch = (uri: vscode.Uri): void => this.touch(uri);
    this.subscriptions = [
      watcher,
      // Some programs replace a file by removing it.
      watcher.onDidCreate(touch),
      watcher.onDidChange(touch),
      watcher.onDidDelete(touch),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && !document.isDirty) this.touch(document.uri);
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.touch(uri)),
      vscode.window.tabGroups.onDidChangeTabs(() => shownNow().forEach(touch)),
    ];
  }

  of(uri: vscode.Uri): ReportedChange | undefined {
    return this.reports.get(uri.toString());
  }

  acknowledge(change: ReportedChange): void {
    const current = this.of(change.uri);
    if (current?.report === change.report) this.seen.set(current.uri, current.after);
  }

  async takeBack(change: ReportedChange): Promise<boolean> {
    const { uri, before, after } = change;
    const isAsCompared = async (): Promise<boolean> =>
      !openAt(uri)?.isDirty && (await exactText(uri)) === after && !openAt(uri)?.isDirty;
    if (!(await isAsCompared())) return false;
    // Set first, so that the file with its earlier text is no change.
    this.seen.set(uri, before);
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(before));
    } catch (error) {
      this.seen.set(uri, after);
      throw error;
    }
    this.report(uri, undefined);
    return true;
  }

  private touch(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.seen.of(uri) === undefined) return;
    if (!this.touched.has(key)) this.touched.set(key, { uri, at: Date.now() });
    const [first] = this.touched.values();
    const isDue = first !== undefined && Date.now() - first.at > MAX_PAUSE;
    if (!isDue || this.timer === undefined) this.later();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.looking = this.looking.then(() => reportErrors(this.look()));
    }, PAUSE);
  }

  private async look(): Promise<void> {
    const { touched } = this;
    this.touched = new Map();
    const texts: Texts[] = [];
    for (const one of touched.values()) texts.push(...(await this.textsOf(one)));
    // Git is looked for once the texts are read: what it writes from now on is not in them.
    const repositories = await repositoriesOf(texts.map(({ uri }) => uri));
    const isBusy = await repositories.areBusy();
    // Git writes its log just after it has released its lock, so once more is waited then.
    const mustWait = isBusy ? this.waits < MAX_WAITS : this.waits > 0;
    this.waits = isBusy && mustWait ? this.waits + 1 : 0;
    if (mustWait) {
      this.touched = new Map([...this.touched, ...touched]);
      this.later();
      return;
    }
    const news: ReportedChange[] = [];
    for (const one of texts) {
      const change = await this.lookAt(one, repositories);
      if (change) news.push(change);
    }
    if (news.length > 0) this.found.fire(news);
  }

  /** The texts to compare; none while it is typed over a change, which is compared once it is saved or thrown away. */
  private async textsOf(one: Touched): Promise<readonly Texts[]> {
    const { uri } = one;
    if (openAt(uri)?.isDirty) return [];
    const before = this.seen.of(uri);
    return [{ ...one, before, after: await exactText(uri) }];
  }

  /** Compares the texts of one document. Returns its change if the user does not know of it. */
  private async lookAt(one: Texts, repositories: Repositories): Promise<ReportedChange | undefined> {
    const { uri, before, after } = one;
    const isByGit = before !== after && (await repositories.hasMoved(uri, await writtenAt(one)));
    const isComparable = before !== undefined && after !== undefined && !isByGit;
    const report = isComparable ? await this.compare(uri, before, after) : undefined;
    // The editor saved the document meanwhile, or the user answered the last message: compared again.
    if (this.seen.of(uri) !== before) {
      this.touch(uri);
      return undefined;
    }
    const last = this.of(uri);
    if (!isComparable || report === undefined) {
      if (after === undefined || isByGit || isWatched(uri)) this.seen.set(uri, after);
      if (last?.after !== after) this.report(uri, undefined);
      return undefined;
    }
    const isKnown = last?.before === before && last.report.sentences.join() === report.sentences.join();
    const change = { uri, report: isKnown ? last.report : report, before, after };
    this.report(uri, change);
    return isKnown ? undefined : change;
  }

  private async compare(uri: vscode.Uri, before: string, after: string): Promise<Report | undefined> {
    const level = readSetting(settings.reportChanges, uri);
    if (level === 'off' || before === after) return undefined;
    await this.services.templates.loaded();
    const old = (await analyzeText(this.services, uri, before)).analysis;
    if (!this.services.analyses.isDesignDoc(uri, old)) return undefined;
    const now = (await analyzeText(this.services, uri, after)).analysis;
    return reportOf(old, now, level, await statesFor(this.services, { uri }, now));
  }

  private report(uri: vscode.Uri, change: ReportedChange | undefined): void {
    if (change) this.reports.set(uri.toString(), change);
    else if (!this.reports.delete(uri.toString())) return;
    this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, this.seen, this.found, this.changed).dispose();
  }
}

/** A time before which the file was not written, in milliseconds. */
async function writtenAt({ uri, at }: Touched): Promise<number> {
  const mtime = (await statOf(uri))?.mtime ?? 0;
  return Math.max(mtime, at - LATEST);
}

/** The files in the tabs at the front. */
function shownNow(): vscode.Uri[] {
  return vscode.window.tabGroups.all.flatMap(({ activeTab }) => shownResource(activeTab) ?? []);
}

/** True if the user looks at the file. */
function isWatched(uri: vscode.Uri): boolean {
  return vscode.window.state.focused && shownNow().some((shown) => shown.toString() === uri.toString());
}
