/** The templates, configuration and surroundings of documents, by folder. They are read again after a change. */

import { buildName } from '../core/cache/buildName';
import type { Analyzer } from '../node/check/analyzeFiles';
import { openAnalyzer } from '../node/check/analyzeFiles';
import { openContext } from '../node/check/context';
import type { Note, Workspace } from '../node/workspace/workspace';

/** What documents of one folder are checked against. */
export interface Project {
  readonly workspace: Workspace;
  readonly analyze: Analyzer;
}

/** A project, and the day on which it was opened. */
interface Opened {
  readonly day: string;
  readonly project: Promise<Project>;
}

/** Opens projects, and keeps them until something changes. */
export class Projects {
  private opened = new Map<string, Opened>();

  /** `note` gets what is left out. */
  constructor(private readonly note: Note) {}

  /** The project of a folder. Rejects with a `UserError` if its configuration is invalid. */
  of(folder: string): Promise<Project> {
    // Fixes insert the date.
    const day = new Date().toDateString();
    const known = this.opened.get(folder);
    if (known?.day === day) return known.project;
    const project = this.open(folder);
    this.opened.set(folder, { day, project });
    return project;
  }

  /** Forgets what was read, because files have changed. */
  renew(): void {
    this.opened = new Map();
  }

  private async open(folder: string): Promise<Project> {
    const request = { cwd: folder, note: this.note, build: buildName() };
    const context = await openContext(request, []);
    return { workspace: context.workspace, analyze: openAnalyzer(request, context) };
  }
}
