/** A small template of a made-up team, and documents that follow it. */

export const TEMPLATE = `# Proposal: <Name>

<instructions>
Start with Problem and Steps Ahead. Omit the suffixes on the titles.
</instructions>

**Status:** Draft
**Author:** <Your Name>
**Created:** YYYY-MM-DD

## Problem (Required)

- Say who is hurt, and how (1–2 bullets).

## Steps Ahead (Required)

- [ ] Milestone 1: <milestone>
  - [ ] Step 1: <step>

## Ideas (Optional)

## Risks (Required if money is involved)
`;

export const CLEAN = `# Proposal: Lock gates

**Status:** In Progress
**Author:** Ada
**Created:** 2026-01-02

## Problem

- The lock keeper cannot see the lower gate.

## Steps Ahead

- [x] Milestone 1: Camera
  - [x] Step 1: Choose one
- [ ] Milestone 2: Screen
  - [x] Step 1: Mount it
  - [ ] Step 2: Wire it
    - [ ] Step 2.1: Draw the cable

## Risks

None: no money is involved.
`;

/** One thing that only a person can mend (line 4), and one that a program can (line 7). */
export const FLAWED = CLEAN.replace('Ada', '<Your Name>').replace('## Problem', '## Problem (Required)');

/** A template of the shape that MADR has: YAML fields, braces, guidance in comments. */
export const RECORD_TEMPLATE = `---
status: "{proposed | accepted}"
date: {YYYY-MM-DD when the decision was last updated}
---

# {short title of the decision}

## Context and Problem Statement

{Describe the context and problem statement.}

<!-- This is an optional element. Feel free to remove. -->
## Decision Drivers

* {decision driver 1}

## Considered Options

* {title of option 1}
* {title of option 2}

## Decision Outcome

Chosen option: "{title of option 1}", because {justification}.

## Confirmation

{Describe how the decision can be confirmed.}
`;
