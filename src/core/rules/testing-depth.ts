import type { Document, Section } from '../document/document';
import { contentEnd } from '../document/sections';
import { insertLines, trimBlank } from '../edits/insert';
import { findSignals } from '../outline/conditions';
import { onLevel } from '../outline/levels';
import type { Outline } from '../outline/outline';
import { isWritten } from '../outline/outline';
import type { SectionSpec } from '../template/template';
import { say } from '../text/message';
import type { Rule } from './rule';
import { COMPLETENESS_STAGES } from './rule';

/** Words in a template's guidance that ask for such tests. */
const ASKED = /\b(?:negative|fuzz\w*|property)\b/i;
/** Words in a document that name such tests. */
const NAMED =
  /\b(?:negative|fuzz\w*|propert(?:y|ies)|malformed|invalid|corrupt\w*|truncated|hostile|malicious|adversarial|mutation|error[- ](?:path|case)s?|sanitizers?)\b/i;
/** The number of signals that prove a condition: a single mention may be a coincidence. */
const ENOUGH = 2;

export const testingDepth: Rule = {
  id: 'testing-depth',
  summary: say`The document handles hostile input but mentions no negative or fuzz testing.`,
  help: `If two independent places of the document show that it handles hostile input, and the template's guidance
asks for negative, property or fuzz tests, the section on testing should mention such tests, in any words. The light
bulb inserts the template's guidance.`,
  severity: 'hint',
  stages: COMPLETENESS_STAGES,
  *check({ document, outline }) {
    const inPlace = onLevel(outline);
    const shallow = outline.bindings.filter(
      ({ spec, sections: [section] }) =>
        section &&
        spec.requirement.kind === 'required' &&
        asksForDepth(spec) &&
        inPlace(section) &&
        // An unwritten section has a finding of its own.
        isWritten(section, outline) &&
        !namesDepth(document, section),
    );
    if (shallow.length === 0 || !handlesHostileInput(document, outline)) return;
    for (const {
      spec,
      sections: [section],
    } of shallow) {
      if (!section) continue;
      const body = trimBlank(spec.body);
      yield {
        range: section.heading.range,
        message: say`Section "${spec.title}" mentions no negative or fuzz test: expected one, as the document handles hostile input.`,
        fixes: [
          {
            title: say`Insert the guidance`,
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

/** True if the text of a section or its sub-sections mentions such tests; its own heading does not count. */
function namesDepth(document: Document, { heading, end }: Section): boolean {
  for (let line = heading.endLine; line < end; line++) {
    if (NAMED.test(document.lineAt(line)?.text ?? '')) return true;
  }
  return false;
}
