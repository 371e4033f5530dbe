/** A template changes: which of its documents are behind, and the change of each. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { renamedLinks } from '../../../src/core/edits/renamedAnchors';
import { readTemplate } from '../../../src/core/template/template';
import { compareTemplates } from '../../../src/core/upgrade/templateChange';
import type { UpgradeOptions } from '../../../src/core/upgrade/upgrade';
import { upgrade } from '../../../src/core/upgrade/upgrade';

const OLD = `# RFC: <Name>

**Status:** Draft

## Context (Required)

Say why.

## Design (Required)

Say how.

## Rollout (Required)

## Costs (Optional)

Count.
`;
const NEW = `# RFC: <Name>

**Status:** Draft

## Context (Required)

Say why.

## Proposed Shape (Required)

Say how.

### Limits (Required)

Say how much.

## Delivery (Required)

## Risks (Required)

Say what goes wrong.
`;
const DOCUMENT = `# RFC: Tea

**Status:** Draft

## Context

Tea, see [how](#design).

## Design

Hot.

## Rollout

Soon.
`;

const template = readTemplate(NEW, 'template.md');
const change = compareTemplates(readTemplate(OLD, 'template.md'), template);

function upgraded(text: string, options: Partial<UpgradeOptions> = {}) {
  const analysis = analyze(text, { templates: [template], template, today: '2026-11-29' });
  return upgrade(analysis, change, { path: 'rfcs/1.md', ...options });
}

const stepsOf = (text: string, options?: Partial<UpgradeOptions>): string[] =>
  (upgraded(text, options)?.steps ?? []).map(
    ({ kind, line, from, to, why }) => `${kind} ${line} ${from} > ${to}${why ? `: ${why}` : ''}`,
  );

describe('the comparison of two versions of a template', () => {
  const names = (specs: readonly { readonly title: string }[]): string =>
    specs.map(({ title }) => title).join();

  it('knows a renamed section by its guidance, and guesses one by its place', () => {
    assert.deepEqual(
      change.renamed.map(({ from, to, isCertain }) => `${from.title} > ${to.title} ${isCertain}`),
      ['Design > Proposed Shape true'],
    );
    assert.equal(names(change.added), 'Limits,Delivery,Risks');
    assert.equal(names(change.removed), 'Rollout,Costs');
    const moved = NEW.replace(
      '\n## Risks (Required)\n\nSay what goes wrong.\n',
      '\n## Costs (Optional)\n\nCount.\n',
    );
    const place = compareTemplates(readTemplate(OLD, 't.md'), readTemplate(moved, 't.md'));
    assert.deepEqual(
      place.renamed.map(({ from, to, isCertain }) => `${from.title} > ${to.title} ${isCertain}`),
      ['Design > Proposed Shape true', 'Rollout > Delivery false'],
    );
  });

  it('finds nothing where case, marks, order or guidance change', () => {
    const other = OLD.replace('## Design (Required)', '## DESIGN (Recommended)').replace(
      'Say why.',
      'Say more.',
    );
    const { added, renamed, removed } = compareTemplates(
      readTemplate(OLD, 't.md'),
      readTemplate(other, 't.md'),
    );
    assert.deepEqual([added, renamed, removed], [[], [], []]);
  });

  it('pairs no section whose guidance two others have', () => {
    const twice = NEW.replace('Say what goes wrong.', 'Say how.');
    const { renamed } = compareTemplates(readTemplate(OLD, 't.md'), readTemplate(twice, 't.md'));
    assert.deepEqual(renamed, []);
  });
});

describe('the upgrade of a document', () => {
  it('renames a heading with the links to it, and inserts what is required now where the template has it', () => {
    const found = upgraded(DOCUMENT);
    assert.deepEqual(stepsOf(DOCUMENT), [
      'rename 8 Design > Proposed Shape',
      'insert 0  > Limits',
      'insert 0  > Delivery',
      'insert 0  > Risks',
    ]);
    assert.equal(
      found?.text,
      DOCUMENT.replace('#design', '#proposed-shape').replace(
        '## Design\n\nHot.\n',
        '## Proposed Shape\n\nHot.\n\n### Limits\n\nSay how much.\n\n## Delivery\n\n## Risks\n\nSay what goes wrong.\n',
      ),
    );
    const [rename] = found?.renames ?? [];
    assert.ok(rename);
    assert.deepEqual(
      renamedLinks('See [it](1.md#design).\n', 'rfcs/2.md', rename).map(({ newText }) => newText),
      ['proposed-shape'],
    );
    assert.equal(upgraded(found?.text ?? ''), undefined);
  });

  it('leaves a guess to a person, unless it is told to guess', () => {
    const guessed = NEW.replace(
      '\n## Risks (Required)\n\nSay what goes wrong.\n',
      '\n## Costs (Optional)\n\nCount.\n',
    );
    const after = readTemplate(guessed, 'template.md');
    const guess = compareTemplates(readTemplate(OLD, 'template.md'), after);
    const analysis = analyze(DOCUMENT, { templates: [after], template: after, today: '2026-11-29' });
    const [, rollout] = upgrade(analysis, guess, { path: '1.md' })?.steps ?? [];
    assert.match(String(rollout?.why), /only its place/);
    const { text = '' } = upgrade(analysis, guess, { path: '1.md', guesses: true }) ?? {};
    assert.ok(text.includes('## Delivery\n\nSoon.\n'));
  });

  it('leaves two sections with the old name alone', () => {
    const [step] = stepsOf(`${DOCUMENT}\n## Design\n\nCold.\n`);
    assert.equal(step, 'rename 8 Design > Proposed Shape: several sections have the old name');
  });

  for (const status of ['Implemented', 'Rejected', 'Reference']) {
    it(`is none for a document that is ${status}`, () => {
      assert.equal(upgraded(DOCUMENT.replace('Draft', status)), undefined);
    });
  }
});
