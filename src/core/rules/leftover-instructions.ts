import { removeLines } from '../edits/lines';
import { say } from '../text/message';
import { range } from '../text/text';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const leftoverInstructions: Rule = {
  id: 'leftover-instructions',
  summary: say`A block of the template's instructions is still in the document.`,
  help: `Instructions between \`<instructions>\` and \`</instructions>\` are for the author. In a draft they may
still be useful, so the finding is an information; in later stages it is a warning. One finding covers the whole
block, even if a formatter has changed it. The fix removes the block.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  together: (count) => say`Remove all ${count} blocks of instructions`,
  *check({ document, stage }) {
    for (const { start, end } of document.instructions) {
      const width = document.lineAt(end - 1)?.text.length ?? 0;
      yield {
        range: range(start, 0, end - 1, width),
        severity: stage === 'draft' ? 'information' : 'warning',
        message:
          end - start === 1
            ? say`Instructions of the template are left over (one line): expected none in a document.`
            : say`Instructions of the template are left over (${end - start} lines): expected none in a document.`,
        fixes: [
          {
            title: say`Remove the instructions`,
            applicability: 'safe',
            edits: [removeLines(document, start, end)],
          },
        ],
      };
    }
  },
};
