import type { Document } from '../document/document';
import { removeLines } from '../edits/lines';
import type { Problem } from '../edits/problem';
import type { GuidanceRun } from '../template/guidance';
import { findGuidance } from '../template/guidance';
import { say } from '../text/message';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const leftoverGuidance: Rule = {
  id: 'leftover-guidance',
  summary: say`The template's guidance was never replaced.`,
  help: `The rule reports paragraphs, list items and comments whose words are the same as in the template. Adjacent
ones are one finding, and so are all comments of a document. Removing comments is safe; removing visible text is a
choice, because it may be intended. Licence notices, tables of contents and comments for tools are meant to stay. The
rule empty-section reports sections that contain nothing else.`,
  severity: 'hint',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    const runs = findGuidance(document, outline.template.guidance);
    const comments = runs.filter(({ hidden }) => hidden);
    for (const run of runs) {
      if (!run.hidden) yield problemOf(document, run, [run]);
      else if (run === comments[0]) yield problemOf(document, run, comments);
    }
  },
};

/** The problem of one run of visible text, or of all comments, at the first of them. */
function problemOf(document: Document, first: GuidanceRun, runs: readonly GuidanceRun[]): Problem {
  const isOne = runs.length === 1;
  return {
    range: first.range,
    message: isOne
      ? say`This is the template's guidance: expected your own text.`
      : say`These are the template's comments, in ${runs.length} places: expected your own text.`,
    fixes: [
      {
        title: isOne ? say`Remove the guidance` : say`Remove all comments with guidance`,
        // Visible text may be intended.
        applicability: first.hidden ? 'safe' : 'choice',
        edits: runs.map((run) => removeLines(document, run.range.start.line, run.range.end.line + 1)),
      },
    ],
  };
}
