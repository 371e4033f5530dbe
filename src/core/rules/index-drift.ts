import type { Problem } from '../edits/problem';
import { disagrees, readIndex } from '../folder/readIndex';
import { statusField, statusOf } from '../status/stage';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { Range } from '../text/text';
import { lineStart } from '../text/text';
import type { Rule } from './rule';

export const indexDrift: Rule = {
  id: 'index-drift',
  summary: say`The folder's index lacks the document, or says another status.`,
  help: `People find a document by the index of its folder: the table or list in \`README.md\` or \`index.md\`, or in the
file that \`.design-docs.json\` names as \`index\`. The rule speaks only where the index lists at least half of the
folder's documents. A status differs if it means another stage: "Accepted" in the index and "Superseded" in the
document. **Update Row in Index** writes the row; **Update Index** and \`design-docs index --write\` write all of them. Each leaves
what you wrote yourself.`,
  severity: 'hint',
  stages: ['draft', 'progress', 'finished', 'dead', 'reference', 'retrospective', 'unknown'],
  *check({ document, outline: { template }, environment }) {
    const found = readIndex(environment);
    if (!found) return;
    const { files, statuses } = environment;
    const { name, row } = found;
    if (!row) {
      const start = document.title?.range ?? lineStart(0);
      const message = say`The index ${name} has no row for this document.`;
      yield problem(start, message);
      return;
    }
    const status = statusOf(document, template, files);
    if (status === undefined || !disagrees(row, status, template, statuses)) return;
    const line = row.line + 1;
    yield problem(
      statusField(document)?.valueRange ?? document.title?.range ?? lineStart(0),
      say`The index ${name} says "${row.status?.text ?? ''}" on line ${line}: expected the status of this document.`,
    );
  },
};

function problem(range: Range, message: Message): Problem {
  return { range, message, commands: ['updateIndexRow', 'updateIndex'] };
}
