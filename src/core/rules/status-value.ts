import { mayWrite } from '../edits/fieldPlace';
import { setStatus } from '../edits/header';
import { LazyFix } from '../edits/lazyFix';
import { statusField } from '../status/stage';
import { statusValues } from '../status/statusValues';
import { stageWords } from '../status/statusWord';
import type { StatusWords } from '../status/statusWords';
import { opensWithValue, phraseOf } from '../status/statusWords';
import type { Template } from '../template/template';
import { say } from '../text/message';
import { shorten } from '../text/shorten';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

/** The maximum number of characters of a status in the message. */
const MAX_SHOWN = 40;

export const statusValue: Rule = {
  id: 'status-value',
  summary: say`The status does not start with a known state, or misspells one.`,
  help: `The stage of a document decides which rules apply. A status is free text, but it should start with the state
of the document: one of the template's values, or a word such as Draft, In Progress, Implemented, Superseded. A team
can add words in \`.design-docs.json\` under \`statuses\`.`,
  severity: 'hint',
  stages: CONTENT_STAGES,
  *check({ document, outline, stage, environment: { statuses } }) {
    const status = statusField(document);
    if (!status || status.value === '') return;
    const { template } = outline;
    const near = misspelled(status.value, template);
    if (stage !== 'unknown' && !near) return;
    const words = near ? [near] : stageWords(template, statuses);
    const fixes = words.map(
      (word) =>
        new LazyFix(say`Set the status to "${word}"`, 'choice', () => setStatus(document, status, word)),
    );
    yield {
      range: status.valueRange,
      message: say`The status "${shorten(status.value, MAX_SHOWN)}" is not a known state: expected a word such as ${examples(template, statuses)}.`,
      fixes: mayWrite(document, status) ? fixes : [],
    };
  },
};

/** The known status of which the first words are a misspelling; undefined if the template lists them. */
function misspelled(value: string, template: Template): string | undefined {
  if (statusValues(template).some((listed) => opensWithValue(value, listed))) return undefined;
  const { slip, text } = phraseOf(value) ?? {};
  return slip && text ? text.charAt(0).toUpperCase() + text.slice(1) : undefined;
}

function examples(template: Template, statuses: StatusWords | undefined): string {
  const values = statusValues(template);
  const words = values.length > 0 ? values : stageWords(template, statuses);
  return words.map((word) => `"${word}"`).join(', ');
}
