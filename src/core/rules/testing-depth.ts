import type { Document, Section } from '../document/document';
import { contentEnd } from '../document/sections';
import { insertLines, trimBlank } from '../edits/insert';
import { findSignals } from '../template/conditions';
import { onLevel } from '../template/levels';
import type { Outline } from '../template/outline';
import type { SectionSpec } from '../template/template';
import type { Rule } from './rule';
import { COMPLETENESS_STAGES } from './rule';

/** What a template calls such tests, and what teams call them. */
const ASKED = /\b(?:negative|fuzz\w*|property)\b/i;
const NAMED =
  /\b(?:negative|fuzz\w*|propert(?:y|ies)|malformed|invalid|corrupt\w*|truncated|hostile|malicious|adversarial|mutation|error[- ](?:path|case)s?|sanitizers?)\b/i;
const ENOUGH = 2;

export const testingDepth: Rule = {
  id: 'testing-depth',
  summary: 'Hostile input is in play, and no negative or fuzz testing is named.',
  help: `Where two independent places of the document say that hostile input is handled and the template's guidance asks
for negative, property or fuzz tests, the section on testing should name one. Any word for it counts. The light bulb
inserts the template's guidance.`,
  severity: 'hint',
  stages: COMPLETENESS_STAGES,
  *check({ document, outline }) {
    const inPlace = onLevel(outline);
    const wanting = outline.bindings.filter(
      ({ spec, sections: [section] }) =>
        section &&
        spec.requirement.kind === 'required' &&
        asksForDepth(spec) &&
        inPlace(section) &&
        !namesDepth(document, section),
    );
    if (wanting.length === 0 || !handlesHostileInput(document, outline)) return;
    for (const {
      spec,
      sections: [section],
    } of wanting) {
      if (!section) continue;
      const body = trimBlank(spec.body);
      yield {
        range: section.heading.range,
        message: `Section "${spec.title}" names no negative or fuzz test: expected one, as the document handles hostile input.`,
        fixes: [
          {
            title: 'Insert the guidance',
            applicability: 'choice',
            edits: [insertLines(document, contentEnd(section), body)],
          },
        ],
      };
    }
  },
};

function asksForDepth({ body }: SectionSpec): boolean {
  return body.some((line) => ASKED.test(line));
}

function handlesHostileInput(document: Document, { bindings, template }: Outline): boolean {
  return bindings.some(
    ({ spec }) =>
      spec.requirement.kind === 'conditional' && findSignals(document, template, spec).length >= ENOUGH,
  );
}

/** True if the text of a section names such a test, its sub-sections included; its own heading does not count. */
function namesDepth(document: Document, { heading, end }: Section): boolean {
  for (let line = heading.endLine; line < end; line++) {
    if (NAMED.test(document.lineAt(line)?.text ?? '')) return true;
  }
  return false;
}
