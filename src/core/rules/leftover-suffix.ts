import { followHeading } from '../edits/anchorEdits';
import { LazyFix } from '../edits/lazyFix';
import type { Requirement } from '../markdown/marks';
import { findMark } from '../markdown/marks';
import { say } from '../text/message';
import { range } from '../text/text';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const leftoverSuffix: Rule = {
  id: 'leftover-suffix',
  summary: say`A requirement mark such as "(Required)" is left in a heading.`,
  help: `Marks tell the author what to fill in; readers do not need them, and they end up in tables of contents and
links. The rule applies only if the template says to omit them, and only to the template's sections: in any other
heading, "(optional)" is part of the title, and so are words such as "(when idle)" that the template's heading does not have. The fix removes the mark and updates links to the heading, also those in other
files.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  together: (count) => say`Remove the marks from all ${count} headings`,
  *check({ document, outline, environment: { files } }) {
    if (!outline.template.omitMarks) return;
    for (const [section, { requirement }] of outline.specOf) {
      const { line } = section.heading;
      const { start, end } = section.heading.range;
      const text = document.lineAt(line)?.text.slice(start.character, end.character) ?? '';
      const mark = findMark(text);
      if (!mark || !(mark.isFixed || isSame(mark.requirement, requirement))) continue;
      const markRange = range(line, start.character + mark.start, line, start.character + mark.end);
      const words = text.slice(mark.start, mark.end).trim();
      yield {
        range: range(line, markRange.end.character - words.length, line, markRange.end.character),
        message: say`Heading still has the template's mark "${words}": expected "${text.slice(0, mark.start).trim()}".`,
        fixes: [
          new LazyFix(say`Remove "${words}" from the heading`, 'safe', () => {
            const strip = { range: markRange, newText: '' };
            return [strip, ...followHeading(document, line, strip, files)];
          }),
        ],
      };
    }
  },
};

/** True for the template's own words: in others, such as "(when idle)", the author may say something. */
function isSame(mark: Requirement, own: Requirement): boolean {
  return mark.kind === own.kind && mark.when === own.when;
}
