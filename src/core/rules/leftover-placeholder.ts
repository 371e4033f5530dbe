import type { Document } from '../document/document';
import { findField } from '../document/fields/fields';
import { sectionAround } from '../document/sections';
import { findLeftovers } from '../outline/leftovers';
import type { Outline } from '../outline/outline';
import { mayComeLater } from '../outline/toCome';
import type { Template } from '../template/template';
import { keepsSample } from '../template/titleSamples';
import { say } from '../text/message';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const leftoverPlaceholder: Rule = {
  id: 'leftover-placeholder',
  summary: say`A placeholder of the template is still there.`,
  help: `The template's \`<…>\`, \`{…}\` and \`[…]\` tokens and patterns such as \`YYYY-MM-DD\` mark text to be
written; in rendered Markdown, \`<…>\` is even invisible. Tokens in code count only if the template has them in code.
TBD and TODO count if they are the whole text of an item or paragraph; as that of a table cell, a value that is still
open, they are an information, and so they are in a draft whose template has them there, too, or does not require the
section until later. So is the template's sample title. Links, requirement marks, math, macros and templating expressions do not. There is one finding per line and no
fix: only the author knows what belongs there.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ document, outline, stage }) {
    const { title } = document;
    if (title && keepsSample(document, outline.template.titleSample)) {
      yield {
        range: title.range,
        // A team may mean it to stay; a token in brackets it cannot.
        severity: 'information',
        message: say`Title left over: expected your own instead of the template's "${outline.template.titleSample}".`,
      };
    }
    const skipped = fieldLines(document, outline.template);
    for (const { range, texts, isOpenValue } of findLeftovers(document, outline.template)) {
      if (skipped.has(range.start.line)) continue;
      const isEarly = stage !== 'progress' && isToComeAt(range.start.line, document, outline);
      yield {
        range,
        ...((isOpenValue || isEarly) && { severity: 'information' as const }),
        message: say`Placeholder left over: expected your own text instead of ${texts.join(', ')}.`,
      };
    }
  },
};

/** True if a line is all that a section says, and the template lets a draft say no more. */
function isToComeAt(line: number, { sections }: Document, { specOf, template }: Outline): boolean {
  const section = sectionAround(sections, line);
  const spec = section && specOf.get(section);
  return section !== undefined && spec !== undefined && mayComeLater(section, spec, template);
}

/** The lines of the template's fields, whose placeholders header-field reports. */
function fieldLines(document: Document, template: Template): Set<number> {
  const lines = new Set<number>();
  for (const spec of template.fields) {
    const field = findField(document.fields, [spec.name]);
    for (let line = field?.line ?? 0; line < (field?.endLine ?? 0); line++) lines.add(line);
  }
  return lines;
}
