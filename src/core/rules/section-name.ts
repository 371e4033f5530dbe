import type { Heading } from '../document/document';
import { followHeading } from '../edits/anchorEdits';
import { LazyFix } from '../edits/lazyFix';
import { withoutMark } from '../markdown/marks';
import { isNamed } from '../outline/matches';
import { say } from '../text/message';
import { nameSpan } from '../text/names';
import type { Range } from '../text/text';
import { range } from '../text/text';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

/** The range of a heading's name, without its number, suffix and anchor, which a rename keeps. */
function nameRange({ text, line, range: textRange }: Heading): Range {
  const { start, end } = nameSpan(text);
  return range(line, textRange.start.character + start, line, textRange.start.character + end);
}

export const sectionName: Rule = {
  id: 'section-name',
  summary: say`A required section has another name than in the template.`,
  help: `Readers and tools look for a section under its name in the template. Common other names are aliases: such a
section counts as present, and this hint offers the template's name. Names that differ only by case, "&" for "and", a
suffix, plural, or a compound with the template's name are the same, and so is one of the names that the template
offers ("Non-Goals / Future Work").`,
  severity: 'hint',
  stages: CONTENT_STAGES,
  *check({ document, outline, environment: { files } }) {
    for (const { spec, sections } of outline.bindings) {
      if (spec.requirement.kind !== 'required') continue;
      for (const section of sections) {
        const name = withoutMark(section.heading.text);
        if (isNamed(section.heading.name, spec)) continue;
        yield {
          range: section.heading.range,
          message: say`Section "${name}" has another name in the template: expected "${spec.title}".`,
          fixes: [
            new LazyFix(say`Rename to "${spec.title}"`, 'choice', () => {
              const rename = { range: nameRange(section.heading), newText: spec.title };
              return [rename, ...followHeading(document, section.heading.line, rename, files)];
            }),
          ],
        };
      }
    }
  },
};
