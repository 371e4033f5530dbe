/** The symbols of a document. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import type { DocumentSymbol } from '../../../src/core/features/symbols';
import { documentSymbols } from '../../../src/core/features/symbols';
import { readTemplate } from '../../../src/core/template/template';
import { comparePositions } from '../../../src/core/text/text';
import { CLEAN, TEMPLATE } from '../../cli/texts';

const template = readTemplate(TEMPLATE, 'template.md');

function symbolsOf(text: string): DocumentSymbol[] {
  return documentSymbols(analyze(text, { templates: [template], today: '2026-11-29' }));
}

/** The symbols as an indented list. */
function drawn(symbols: readonly DocumentSymbol[], indent = ''): string {
  return symbols
    .map(
      ({ kind, name, detail, children }) =>
        `${indent}${kind} ${name}${detail === '' ? '' : ` (${detail})`}\n${drawn(children, `${indent}  `)}`,
    )
    .join('');
}

function assertNested({ range, selection, children }: DocumentSymbol): void {
  const inner = [selection, ...children.map((child) => child.range)];
  for (const { start, end } of inner)
    assert.ok(comparePositions(range.start, start) <= 0 && comparePositions(end, range.end) <= 0);
  for (const child of children) assertNested(child);
}

describe('document symbols', () => {
  it('are the headings, and the plan with its progress', () => {
    assert.equal(
      drawn(symbolsOf(CLEAN)),
      `title Proposal: Lock gates
  section Problem
  section Steps Ahead
    milestone Milestone 1: Camera (1/1 done)
      step Step 1: Choose one (done)
    milestone Milestone 2: Screen (1/2 done)
      step Step 1: Mount it (done)
      step Step 2: Wire it (0/1 done)
        step Step 2.1: Draw the cable (open)
  section Risks
`,
    );
  });

  it('give a milestone that is a heading its progress', () => {
    const plan = '### Milestone 1: A\n\n- [x] B\n- [~] C\n\n### Milestone 2: D\n\nE\n\n';
    const text = CLEAN.replace(/- \[x\] Milestone[\s\S]*(?=## Risks)/, plan);
    assert.match(
      drawn(symbolsOf(text)),
      /section Steps Ahead\n {4}milestone Milestone 1: A \(1\/2 done\)\n {6}step B \(done\)\n {6}step C \(~\)\n {4}milestone Milestone 2: D \(0\/0 done\)\n/,
    );
  });

  it('contain their parts, and each has a name', () => {
    for (const text of ['', '#\n\n##\n', CLEAN, CLEAN.replaceAll('\n', '\r\n'), 'A\n===\nB\n-\n- [ ] <b>\n'])
      for (const symbol of symbolsOf(text)) {
        assertNested(symbol);
        assert.doesNotMatch(drawn([symbol]), /^ *\w+ \n/m);
      }
  });
});
