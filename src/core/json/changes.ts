/** The JSON of what changed in documents. */

import type { Analysis } from '../analysis/analyze';
import type { Change, ChangeKind } from '../changes/change';
import { nothingChanged } from '../changes/documentChanges';

/** One change; the line counts from 1. */
export interface ChangeJson {
  readonly kind: ChangeKind;
  /** The text that has the line: what is lost stands only in the old one. */
  readonly side: Change['side'];
  readonly line: number;
  readonly message: string;
  readonly flagged: boolean;
  /** Why it is flagged; null if it is not. */
  readonly why: string | null;
}

/** A document whose text differs. */
export interface DocumentChangesJson {
  /** Null if the document is gone. */
  readonly path: string | null;
  /** The path in the commit; null if the document is new. */
  readonly was: string | null;
  readonly template: string | null;
  readonly changes: readonly ChangeJson[];
  /** That nothing changed, as a sentence; null if something did. */
  readonly nothing: string | null;
}

/** One version of a document. */
interface Version {
  readonly path: string;
  readonly analysis: Analysis;
}

/** The JSON of the changes of one document. */
export function documentChangesJson(
  before: Version | undefined,
  after: Version | undefined,
  changes: readonly Change[],
): DocumentChangesJson {
  const nothing = nothingChanged(before?.analysis, after?.analysis, changes);
  return {
    path: after?.path ?? null,
    was: before?.path ?? null,
    template: (after ?? before)?.analysis.bound?.template.name ?? null,
    changes: changes.map(changeJson),
    nothing: nothing === undefined ? null : String(nothing),
  };
}

function changeJson({ kind, side, line, message, flagged, why }: Change): ChangeJson {
  return { kind, side, line: line + 1, message: message.text, flagged, why: why?.text ?? null };
}
