import { mayWrite } from '../edits/fieldPlace';
import { setStatus } from '../edits/header';
import { LazyFix } from '../edits/lazyFix';
import { stageOfWords, statusField, statusPhrases, statusWord } from '../template/stage';
import type { Template } from '../template/template';
import { editDistance } from '../text/distance';
import type { Rule } from './rule';

/** The largest edit distance that counts as a typo; the first letter must match, too. */
const NEAR = 1;

export const statusValue: Rule = {
  id: 'status-value',
  summary: 'The status does not start with a known state.',
  help: `The stage of a document decides which rules apply. A status is free text, but it should start with the state
of the document: one of the template's values, or a word such as Draft, In Progress, Implemented, Superseded. A team
can add words in \`.design-docs.json\` under \`statuses\`.`,
  severity: 'hint',
  stages: ['unknown'],
  *check({ document, outline }) {
    const status = statusField(document);
    if (!status || status.value === '') return;
    const { template } = outline;
    const near = nearWord(status.value);
    const words = near
      ? [near]
      : (['draft', 'progress', 'finished'] as const).map((stage) => statusWord(template, stage));
    const fixes = words.map(
      (word) => new LazyFix(`Set the status to "${word}"`, 'choice', () => setStatus(document, status, word)),
    );
    yield {
      range: status.valueRange,
      message: `The status "${shortened(status.value)}" is not a known state: expected a word such as ${examples(template)}.`,
      fixes: mayWrite(document, status) ? fixes : [],
    };
  },
};

/** The known status word of which the first word is a typo. */
function nearWord(value: string): string | undefined {
  const first = /[\p{L}-]+/u.exec(value)?.[0].toLowerCase() ?? '';
  const [best] = statusPhrases()
    .filter(({ phrase }) => !phrase.includes(' ') && phrase.length > 3 && phrase[0] === first[0])
    .map(({ phrase }) => ({ phrase, distance: editDistance(first, phrase) }))
    .sort((a, b) => a.distance - b.distance);
  if (!best || best.distance > NEAR || !stageOfWords(best.phrase)) return undefined;
  return best.phrase.charAt(0).toUpperCase() + best.phrase.slice(1);
}

function examples(template: Template): string {
  const { values } = template.fields.find((field) => field.role === 'status') ?? { values: [] };
  const words =
    values.length > 0
      ? values
      : (['draft', 'progress', 'finished'] as const).map((s) => statusWord(template, s));
  return words.map((word) => `"${word}"`).join(', ');
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
