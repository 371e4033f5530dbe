/** Documents for the tests. */

/** A complete design doc without a finding. */
export const CLEAN = `# Design: Offline Tide Tables

**Status:** Draft
**Author:** Ida Holm
**Created:** 2026-03-14

## Summary

Skippers read the tide table of a harbour without a connection.

## Goals

- A table opens within 200 ms.

## Non-Goals

- Forecasts of the weather.

## Next Steps

- Measure how large the tables of one coast are.

## Implementation Plan

- [ ] Milestone 1: Store tables
  - [x] Step 1: Choose a format
  - [ ] Step 2: Write the store
    - [ ] Handle a full disk
- [ ] Milestone 2: Show tables
  - [ ] Step 1: Draw the curve
  - [x] Step 2: Mark the quay
  - [ ] Step 3: Print a month

## Requirements and Constraints

- A table of a year fits in 64 KB.

## Proposed Architecture

\`\`\`mermaid
flowchart LR
  reader --> store
\`\`\`

The reader asks the store, and the store asks nobody.

## Security / Privacy

None, because tables are public and signed by the harbour.

## Testing and Validation

- The store is read back after each write.
`;

/** A document that every rule with a mechanical fix speaks in, and the rules in the document's order. */
export const BROKEN = `# Design: Offline Tide Tables

<instructions>
Remove these lines before the review.
</instructions>

**Status:** Draft
**Author:** Ida Holm

## Summary (Required)

Skippers read the tide table of a harbour without a connection.

## Next Steps

- Measure how large the tables of one coast are.

## Goals

- A table opens within 200 ms.

## Implementation Plan

- Milestone 1: Store tables
  - Step 1: Choose a format

## Proposed Architecture

## Testing and Validation

- The store is read back after each write.
`;

/** A template in the manner of MADR: front matter, optional elements in comments, placeholders in braces. */
export const RECORD_TEMPLATE = `---
status: "{proposed | rejected | accepted | superseded by ADR-0042}"
date: {YYYY-MM-DD when the decision was last updated}
---

# {short title of the problem and its solution}

## Situation

{Describe the context in two or three sentences, and end with the question.}

<!-- This is an optional element. Feel free to remove. -->
## Forces at Work

* {a force that weighs on the decision}

## Options on the Table

* {title of the first option}

## Verdict

Chosen option: "{title of the first option}", because {the reason}.
`;

/** A decision record that lacks one section which RECORD_TEMPLATE demands. */
export const RECORD = `---
status: "proposed"
date: 2026-03-14
---

# Keep the tables in SQLite

## Situation

Tables must survive a crash. Where do they live?

## Forces at Work

* A volunteer can read them with common tools.

## Options on the Table

* SQLite
* Plain files
`;
