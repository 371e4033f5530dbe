import type { Document, Section } from '../document/document';
import { oncePer } from '../document/oncePer';
import type { Part } from '../document/parts';
import { reading } from '../document/readings';
import { contentEnd } from '../document/sections';
import { insertLines } from '../edits/insert';
import type { Block } from '../markdown/markdown';
import { onLevel } from '../template/levels';
import { isWritten } from '../template/outline';
import type { SectionSpec } from '../template/template';
import type { TextEdit } from '../text/text';
import type { Rule } from './rule';
import { COMPLETENESS_STAGES } from './rule';

const ASKED = /\bdiagrams?\b/i;
const LANGUAGES = new Set(['mermaid', 'plantuml', 'dot', 'graphviz', 'd2', 'ditaa', 'svgbob']);
const IMAGE = /!\[[^[\]]*\]\(|!\[[^[\]]*\]\[|<(?:img|svg|object)\b/i;
const DRAWN = /[─│┌┐└┘├┤▶◀▲▼→]|[-=]{2,}>|\+-{2,}\+/;
const SKELETON = [
  '```mermaid',
  'flowchart LR',
  '  input[Input] --> component[Component] --> output[Output]',
  '```',
];

export const diagramMissing: Rule = {
  id: 'diagram-missing',
  summary: 'The template encourages a diagram and the document has none.',
  help: `Where the guidance of a section asks for a diagram, a document without any picture is a hint: a fence in a
diagram language, an image, or boxes and arrows drawn with characters all count, wherever they stand. The light bulb
inserts a mermaid skeleton to start from.`,
  severity: 'hint',
  stages: COMPLETENESS_STAGES,
  *check({ document, outline }) {
    const asking = outline.bindings.filter(({ spec }) => !spec.parent && asksForDiagram(spec));
    // A document that still lacks a section, or one that asks for a diagram and is empty, hears of that first.
    const inPlace = onLevel(outline);
    const wanting = outline.bindings.some(({ spec, sections: [section] }) =>
      section
        ? asksForDiagram(spec) && (!inPlace(section) || !isWritten(section, outline))
        : spec.requirement.kind === 'required' && !spec.parent,
    );
    if (wanting || document.layout.parts.some((part) => hasPicture(part, undefined))) return;
    for (const { spec, sections } of asking) {
      const [section] = sections;
      if (!section) continue;
      yield {
        range: section.heading.range,
        message: `Section "${spec.title}" has no diagram: the template encourages one, and the document has none.`,
        fixes: [
          {
            title: 'Insert a mermaid skeleton',
            applicability: 'choice',
            edits: [skeleton(document, section)],
          },
        ],
      };
      return;
    }
  },
};

const asksForDiagram = oncePer(({ body }: SectionSpec) => ASKED.test(body.join('\n')));

const hasPicture = reading(({ allBlocks }: Part) => allBlocks.some(isPicture));

function isPicture(block: Block): boolean {
  if (block.kind === 'code') return LANGUAGES.has(block.language.toLowerCase()) || DRAWN.test(block.content);
  return (block.kind === 'paragraph' || block.kind === 'html') && IMAGE.test(block.content);
}

function skeleton(document: Document, section: Section): TextEdit {
  return insertLines(document, contentEnd(section), SKELETON);
}
