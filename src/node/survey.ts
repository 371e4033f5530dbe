/** What is told of the documents of a folder. A document that is as it was last time is not even read. */

import type { Summary } from '../core/json/documents';
import { summaryOf } from '../core/json/summary';
import { openExaminer, unboundNote } from './examine';
import type { Unknown } from './memory';
import { openMemory } from './memory';
import type { Request, Scene } from './scene';
import { ifReadable, isMeant, openScene } from './scene';
import type { Target } from './workspace';
import { shownPath } from './workspace';

export interface SurveyRequest extends Request {
  /** Names the build of the program, for which what is found may be kept; without it, nothing is. */
  readonly build?: string | undefined;
}

export interface Surveyed {
  /** The file on the disk. */
  readonly file: string;
  /** The path as it is reported. */
  readonly path: string;
  readonly summary: Summary;
}

/** Summarises a file that nothing is known of yet. */
type Reader = (target: Target, unknown: Unknown) => Summary;

/** The same documents that `examine` gives, and what is told of each. */
export async function* survey(
  request: SurveyRequest,
  paths: readonly string[],
): AsyncGenerator<Surveyed, undefined> {
  const scene = await openScene(request, paths);
  // A file that is named is wanted anew, and a template that is named for once.
  const usual = request.template === undefined && scene.targets.some(({ named }) => !named);
  const memory = openMemory(scene, usual ? request.build : undefined);
  // Where nothing is new, the templates are not even read.
  let reader = usual ? undefined : openReader(request, scene);
  try {
    for (const target of scene.targets) {
      const look = ifReadable(target, request, () => memory.look(target.path, target.named));
      if (!look) continue;
      reader ??= look.known ? undefined : openReader(request, scene);
      const summary = look.known ?? reader?.(target, look);
      if (!summary) continue;
      const { template, titled } = summary;
      if (!isMeant(target, { bound: template !== null, titled })) continue;
      yield { file: target.path, path: shownPath(scene.workspace, target.path), summary };
    }
  } finally {
    memory.save();
  }
}

function openReader(request: Request, scene: Scene): Reader {
  const examiner = openExaminer(request, scene);
  return (target, { text, keep }) => {
    const asked = new Set<string>();
    const found = examiner(target.path, text, asked);
    if (target.named && !found.analysis.bound) request.note(unboundNote(found));
    const summary = summaryOf(found.analysis);
    keep(summary, asked);
    return summary;
  };
}
