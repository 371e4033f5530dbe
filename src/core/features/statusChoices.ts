/** The states that a document can be given, and the edits that give it one. */

import type { Analysis } from '../analysis/analyze';
import { fillField, setStatus } from '../edits/header';
import type { Edits, Refusal } from '../plan/change';
import { withoutRemark } from '../status/reviewStatus';
import type { Stage } from '../status/stage';
import { stageOfStatus, statusField } from '../status/stage';
import { hasStatus } from '../status/status';
import { statusValues } from '../status/statusValues';
import { stageWords } from '../status/statusWord';
import { opensWithValue, plainWords, usualWord } from '../status/statusWords';
import { specOfField } from '../template/templateFields';
import { say } from '../text/message';

/** A state to choose. */
export interface StatusChoice {
  readonly word: string;
  /** What the state means for a document of this template. */
  readonly stage: Stage;
  readonly isCurrent: boolean;
}

/**
 * The states that the template lists; if it lists none, the usual word for each stage, and the team's own words. Empty
 * for a document without a status.
 */
export function statusChoices({ document, bound, environment }: Analysis): StatusChoice[] {
  const field = statusField(document);
  if (!bound || !field) return [];
  const { template } = bound;
  const { statuses = {} } = environment;
  const listed = statusValues(template).map(withoutRemark);
  const own = Object.values(statuses).flatMap((words) => words ?? []);
  const words =
    listed.length > 0 ? listed : [...stageWords(template, statuses), capitalized(usualWord('dead'))];
  const seen = new Set<string>();
  const current = hasStatus(field.value) ? field.value : '';
  return [...words, ...own.map(capitalized)].flatMap((word): readonly StatusChoice[] => {
    const key = plainWords(word);
    if (key === '' || seen.has(key)) return [];
    seen.add(key);
    const isCurrent = opensWithValue(current, word);
    return [{ word, stage: stageOfStatus(word, template, statuses), isCurrent }];
  });
}

/** The edits that set the status to a word. Refused where the header cannot be changed without risk. */
export function statusEdits({ document, bound }: Analysis, word: string): Edits | Refusal {
  const field = statusField(document);
  if (!field) return { refused: say`The document has no status that could be set.` };
  if (hasStatus(field.value)) {
    const edits = setStatus(document, field, word);
    if (edits.length > 0) return { edits };
  }
  const spec = bound && specOfField(bound.template.fields, field);
  const edits = spec && !hasStatus(field.value) ? fillField(document, field, spec, { value: word }) : [];
  if (edits.length > 0) return { edits };
  return { refused: say`The status cannot be set without risk: write "${word}" into the text yourself.` };
}

function capitalized(word: string): string {
  return word.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}
