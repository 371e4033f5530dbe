/** A section has a new name in the template: what the author wrote around the old one stays. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { readTemplate } from '../../../src/core/template/template';
import { renamedText } from '../../../src/core/upgrade/renamedText';
import { compareTemplates } from '../../../src/core/upgrade/templateChange';
import { upgrade } from '../../../src/core/upgrade/upgrade';

/** The heading `text` of a section `from`, which is `to` now. */
function renamed(text: string, from = 'Goals', to = 'Objectives'): string | undefined {
  const [spec] = readTemplate(`# A\n\n## ${from}\n`, 't.md').specs;
  assert.ok(spec);
  return renamedText(text, spec, to);
}

describe('a heading under a new name', () => {
  const kept: [string, string][] = [
    ['Goals', 'Objectives'],
    ['GOALS', 'Objectives'],
    ['Goal', 'Objectives'],
    ['Goals: what we want', 'Objectives: what we want'],
    ['Goals: the goals of tea', 'Objectives: the goals of tea'],
    ['Goals — for the beta', 'Objectives — for the beta'],
    ['Goals (for the beta)', 'Objectives (for the beta)'],
    ['2. Goals', '2. Objectives'],
    ['§ 2.1 Goals', '§ 2.1 Objectives'],
    ['🎯 Goals', '🎯 Objectives'],
    ['Goals 🎯', 'Objectives 🎯'],
    ['**Goals**', '**Objectives**'],
    ['2. **Goals**: *tea*', '2. **Objectives**: *tea*'],
    ['[Goals](tea.md#goals)', '[Objectives](tea.md#goals)'],
    ['<a id="goals"></a>Goals', '<a id="goals"></a>Objectives'],
    ['<!-- goals -->Goals', '<!-- goals -->Objectives'],
    ['Goals{#goals}', 'Objectives{#goals}'],
  ];
  for (const [text, expected] of kept) {
    it(`keeps what is around the name in "${text}"`, () => assert.equal(renamed(text), expected));
  }

  it('takes number and tail of the title only where the heading has none', () => {
    assert.equal(renamed('2. Goals', '2. Goals', '3. Objectives'), '3. Objectives');
    assert.equal(renamed('5. Goals', '2. Goals', '3. Objectives'), '5. Objectives');
    assert.equal(renamed('Goals', 'Goals', 'Objectives (of all)'), 'Objectives (of all)');
    assert.equal(renamed('Goals (of tea)', 'Goals (of us)', 'Objectives (of all)'), 'Objectives (of tea)');
    assert.equal(renamed('Goals (of us)', 'Goals (of us)', 'Objectives (of all)'), 'Objectives (of all)');
    assert.equal(renamed('Goals & Aims', 'Goals and Aims', 'R&D'), 'R&D');
    assert.equal(renamed('Goals &amp; Aims: tea', 'Goals and Aims', 'R&D'), 'R&D: tea');
  });

  it('is unknown where it is not certain which part is the name', () => {
    assert.equal(renamed('Goals and Metrics'), undefined);
    assert.equal(renamed('Our Goals'), undefined);
    assert.equal(renamed('Redesign', 'Design'), undefined);
    assert.equal(renamed('Goals <b>and</b> Aims', 'Goals and Aims'), undefined);
    assert.equal(renamed('**Goals** and Aims', 'Goals and Aims'), undefined);
    assert.equal(renamed('~~Goals~~'), undefined);
    assert.equal(renamed('Goals: Aims', 'Goals Aims'), undefined);
    assert.equal(renamed('C #: tea', 'C++'), undefined);
    assert.equal(renamed('🎯 Goals', 'Goals', '🚀 Objectives'), undefined);
  });
});

const OLD = `# RFC: <Name>

**Status:** Draft

## Context (Required)

Say why.

## Goals (Required)

Say what for.

## Risks (Required)

Say what goes wrong.
`;
const before = readTemplate(OLD, 'template.md');

function upgraded(heading: string, to = 'Objectives', more = ''): { steps: string[]; text: string } {
  const template = readTemplate(OLD.replace('Goals', to), 'template.md');
  const text = `# RFC: Tea

**Status:** Draft

## Context

See [it](#goals).

${heading}

Hot.
${more}
## Risks

Cold.
`;
  const analysis = analyze(text, { templates: [template], template, today: '2026-11-29' });
  const found = upgrade(analysis, compareTemplates(before, template), { path: 'rfcs/1.md' });
  const steps = found?.steps.map(({ from, to, why }) => `${from} > ${to}${why ? `: ${why}` : ''}`) ?? [];
  return { steps, text: found?.text ?? text };
}

describe('the upgrade of a heading with more than its name', () => {
  it('keeps the words behind the name, and links lead there', () => {
    const { steps, text } = upgraded('## Goals: what we want');
    assert.deepEqual(steps, ['Goals: what we want > Objectives: what we want']);
    assert.match(text, /\n## Objectives: what we want\n/);
    const linked = upgraded('## 2. Goals ##', 'Objectives', '\nSee [above](#2-goals).\n').text;
    assert.match(linked, /\n## 2\. Objectives ##\n\nHot\.\n\nSee \[above\]\(#2-objectives\)\.\n/);
  });

  it('keeps an explicit anchor, and the links to it', () => {
    for (const heading of ['## Goals {#goals}', '## <a id="goals"></a>Goals']) {
      const { text } = upgraded(heading);
      assert.ok(text.includes(`\n${heading.replace('Goals', 'Objectives')}\n`), text);
      assert.ok(text.includes('See [it](#goals).'), text);
    }
  });

  it('is left to a person where its name is more than the old one', () => {
    for (const name of ['Goals and Metrics', 'Product Goals', 'Goals for the beta']) {
      const { steps, text } = upgraded(`## ${name}`);
      assert.deepEqual(steps, [`${name} > Objectives: its name is not exactly "Goals"`]);
      assert.ok(text.includes(`\n## ${name}\n`) && !text.includes('Objectives'));
    }
  });

  it('is left to a person where the old template had an alias for it', () => {
    const { steps } = upgraded('## Objectives', 'Targets of ours');
    assert.deepEqual(steps, ['Objectives > Targets of ours: its name is not exactly "Goals"']);
  });

  it('is none where the new name is there too', () => {
    assert.deepEqual(upgraded('## Goals and Objectives').steps, []);
    assert.deepEqual(upgraded('## Goals', 'Objectives', '\n## Objectives\n\nTea.\n').steps, []);
  });

  it('is left to a person where a link in the heading would lead elsewhere', () => {
    for (const more of ['(#goals)', '\n\n[goals]: tea.md']) {
      const [step] = upgraded(`## [Goals]${more}`).steps;
      assert.match(String(step), /^\[Goals\]\S* > Objectives: a link in the heading would lead elsewhere$/);
    }
  });

  it('leaves a sub-section of another section alone that happens to have the old name', () => {
    const { steps, text } = upgraded('## Goals', 'Objectives', '\n### Plan B\n\n#### Goals\n\nJam.\n');
    assert.deepEqual(steps, ['Goals > Objectives']);
    assert.match(text, /\n#### Goals\n/);
  });
});
