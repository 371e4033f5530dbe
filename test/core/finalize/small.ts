/** A small document that has shipped, and what it becomes. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import type { Finalized, FinalizeFacts } from '../../../src/core/finalize/finalize';
import { finalize } from '../../../src/core/finalize/finalize';
import { readTemplate } from '../../../src/core/template/template';

const TEMPLATE = `# Design: <Name>

**Status:** Draft | In Progress | Shipped

## Summary (Required)

Say what it is.

## Goals (Required)

Say what it must reach.

## Work (Required)

- [ ] Milestone 1: <milestone>

## Architecture (Optional)

## Risks (Optional)
`;
const template = readTemplate(TEMPLATE, 'small.md');
export const full = { kind: 'known', commit: 'a1b2c3d4e5f60718', path: 'docs/0007-tea.md' } as const;
export const POINTER = 'Full text: `git show a1b2c3d4e5f6:docs/0007-tea.md`\n';

export const DOC = `# Design: Tea

**Status:** In Progress
**Author:** Ida Holm

## Summary

Tea, without waiting. See [why](#risks) and [the book][book].

## Goals

- Warm.

## Work

- [x] Milestone 1: Boil

## Architecture

Two pots.

They share a lid.

### Lids

- Of clay.

## Risks

Steam rises.

More of it.

[book]: https://example.org/tea
[other]: https://example.org/pot
`;

export function resultOf(text: string, facts: Partial<FinalizeFacts> = {}, own = template): Finalized {
  const analysis = analyze(text, { templates: [own], today: '2026-11-22' });
  return finalize(analysis, { full, inbound: [], ...facts });
}

export function summaryOf(text: string, facts: Partial<FinalizeFacts> = {}, own = template): string {
  const result = resultOf(text, facts, own);
  assert.equal(result.kind, 'summary', JSON.stringify(result));
  return result.kind === 'summary' ? result.text : '';
}

/** The line and the sentence of each reason. */
export function reasonsOf(
  text: string,
  facts: Partial<FinalizeFacts> = {},
): (string | number | undefined)[][] {
  const result = resultOf(text, facts);
  assert.equal(result.kind, 'refused', JSON.stringify(result));
  return result.kind === 'refused' ? result.reasons.map(({ line, message }) => [line, String(message)]) : [];
}
