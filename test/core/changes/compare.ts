/** Compares two texts, for tests of changes. */

import type { Analysis } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import { documentChanges } from '../../../src/core/changes/documentChanges';
import { readTemplate } from '../../../src/core/template/template';

const TEMPLATE = `# Design: <Name>

**Status:** <Draft | In Review | In Progress | Implemented>
**Author:** <name>

## Summary (Required)

Say what.

## Non-Goals (Required)

- Say what is left out.

## Risks (Optional)

- Say what may go wrong.

## Work (Required)

- [ ] Milestone 1: <milestone>
  - [ ] <task>
`;

export const template = readTemplate(TEMPLATE, 'small.md');

export const TEA = `# Design: Tea

**Status:** Draft
**Author:** Ada

## Summary

Tea is boiled, poured and drunk while it is hot.

## Non-Goals

- Coffee, which has another design
- Milk in the tea

## Risks

- The kettle leaks

## Work

- [ ] Milestone 1: Boil the water
  - [ ] Fill the kettle \`verify: npm test fill\`
  - [ ] Heat the kettle \`verify: npm test heat\`
- [ ] Milestone 2: Serve the guests
  - [ ] Find clean cups
  - [ ] Warm the pot
  - [ ] Pour the tea
  - [ ] Taste it (human)
`;

/** The analysis of a text with the template of these tests. */
export function analysisOf(text: string): Analysis {
  return analyze(text, { templates: [template], today: '2026-11-22' });
}

/** The changes from one text to the other: the kind, with `!` if it is flagged, the line from 1 or -1, and what is said. */
export function changesOf(before: string, after: string): string[] {
  return documentChanges(analysisOf(before), analysisOf(after)).map(
    ({ kind, side, line, message, flagged, why }) =>
      `${kind}${flagged ? '!' : ''} ${side === 'before' ? '-' : ''}${line + 1} ${message.text}${why ? ` ${why.text}` : ''}`,
  );
}

/** The changes that replacements in the document about tea make. */
export function changed(...replacements: readonly (readonly [from: string, to: string])[]): string[] {
  return changesOf(TEA, edited(TEA, ...replacements));
}

/** The text with the replacements. Throws if it lacks one of them. */
export function edited(
  text: string,
  ...replacements: readonly (readonly [from: string, to: string])[]
): string {
  return replacements.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`The text lacks "${from}".`);
    return now.replace(from, () => to);
  }, text);
}
