import type { Heading } from '../document/document';
import { followHeading } from '../edits/anchorEdits';
import { LazyFix } from '../edits/lazyFix';
import { withoutMark } from '../markdown/marks';
import { compoundName, nameSpan, sameName } from '../text/names';
import type { Range } from '../text/text';
import { range } from '../text/text';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

/** Number, tail and anchor of the heading stay: links may lead to it. */
function nameRange({ text, line, range: own }: Heading): Range {
  const { start, end } = nameSpan(text);
  return range(line, own.start.character + start, line, own.start.character + end);
}

export const sectionName: Rule = {
  id: 'section-name',
  summary: 'A required section stands under another name.',
  help: `Readers and tools look for a section under the name that the template gives it. Other names that teams commonly
use are known to the template as aliases; such a section counts as present, and this hint offers the template's name.
Other case, "&" for "and", a tail, or a compound with the template's name is no other name.`,
  severity: 'hint',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    for (const { spec, sections } of outline.bindings) {
      if (spec.requirement.kind !== 'required') continue;
      for (const section of sections) {
        const name = withoutMark(section.heading.text);
        const { name: found } = section.heading;
        if (sameName(found, spec.name) || compoundName(found, spec.name)) continue;
        yield {
          range: section.heading.range,
          message: `Section "${name}" has another name in the template: expected "${spec.title}".`,
          fixes: [
            new LazyFix(`Rename to "${spec.title}"`, 'choice', () => {
              const rename = { range: nameRange(section.heading), newText: spec.title };
              return [rename, ...followHeading(document, section.heading.line, rename)];
            }),
          ],
        };
      }
    }
  },
};
