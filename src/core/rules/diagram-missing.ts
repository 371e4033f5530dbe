import type { Document, Section } from '../document/document';
import { hasPicture } from '../document/links/pictures';
import { contentEnd } from '../document/sections';
import { insertLines } from '../edits/insert';
import { onLevel } from '../outline/levels';
import { isWritten } from '../outline/outline';
import type { SectionSpec } from '../template/template';
import { say } from '../text/message';
import type { TextEdit } from '../text/text';
import type { Rule } from './rule';
import { COMPLETENESS_STAGES } from './rule';

/** A diagram that is one thing of several to choose from ("diagrams, or whatever helps") is not asked for. */
const ASKED = /\bdiagrams?\b(?!,?\s+or\b)/i;
const SKELETON: readonly string[] = [
  '```mermaid',
  'flowchart LR',
  '  input[Input] --> component[Component] --> output[Output]',
  '```',
];

export const diagramMissing: Rule = {
  id: 'diagram-missing',
  summary: say`The template encourages a diagram and the document has none.`,
  help: `If the guidance of a section asks for a diagram, a document without any picture gets a hint. A code block in
a diagram language, an image, or boxes and arrows drawn with characters count as pictures in any section. The light
bulb inserts a mermaid skeleton to start from.`,
  severity: 'hint',
  stages: COMPLETENESS_STAGES,
  *check({ document, outline }) {
    const asking = outline.bindings.filter(({ spec }) => !spec.parent && asksForDiagram(spec));
    // Other rules report a missing section, or an empty one that asks for a diagram, first.
    const inPlace = onLevel(outline);
    const isIncomplete = outline.bindings.some(({ spec, sections: [section] }) =>
      section
        ? asksForDiagram(spec) && (!inPlace(section) || !isWritten(section, outline))
        : spec.requirement.kind === 'required' && !spec.parent,
    );
    if (isIncomplete || hasPicture(document)) return;
    for (const { spec, sections } of asking) {
      const [section] = sections;
      if (!section) continue;
      yield {
        range: section.heading.range,
        message: say`Section "${spec.title}" has no diagram: the template encourages one, and the document has none.`,
        fixes: [
          {
            title: say`Insert a mermaid skeleton`,
            applicability: 'choice',
            edits: [skeleton(document, section)],
          },
        ],
      };
      return;
    }
  },
};

function asksForDiagram({ body }: SectionSpec): boolean {
  return body.some((line) => ASKED.test(line));
}

function skeleton(document: Document, section: Section): TextEdit {
  return insertLines(document, contentEnd(section), SKELETON);
}
