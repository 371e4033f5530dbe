/** The type of a reporter. Each format of `check` has one file and one entry in `index.ts`. */

import type { DocumentJson, FindingJson } from '../../core/json/documents';
import type { Session } from '../command';
import type { Tally } from './tally';

/** Writes the findings of documents in one format. */
export interface Reporter {
  /** Called for each document in turn, with the findings that its baseline lists. */
  add(document: DocumentJson, suppressed: readonly FindingJson[]): void;
  /** Called once, after the last document. */
  end(tally: Tally): void;
}

/** Creates the reporter of one run, which writes to the session's output. */
export type MakeReporter = (session: Pick<Session, 'print' | 'printStyled' | 'columns' | 'note'>) => Reporter;
