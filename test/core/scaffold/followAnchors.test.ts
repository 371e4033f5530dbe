import assert from 'node:assert/strict';
import { written } from '../template/written';

/** The line with the links in a new document. */
function linked(links: string, sections: string): string {
  return written(`# T\n\n${links}\n\n${sections}`).split('\n')[2] ?? '';
}

const GOALS = '## Goals (Required)\n\nx\n';

describe('links of a template to its headings', () => {
  it('follow headings whose marks are removed', () => {
    assert.equal(linked('See [it](#goals-required).', GOALS), 'See [it](#goals).');
    assert.equal(linked('See [it](#Goals-Required "There").', GOALS), 'See [it](#goals "There").');
    assert.equal(linked('[it]: #goals-required', `${GOALS}\nSee [it].\n`), '[it]: #goals');
    assert.equal(linked('- [Goals (Required)](#goals-required)', GOALS), '- [Goals](#goals)');
  });

  it('follow one of several headings with the same name, even if another one is omitted', () => {
    const two = '## Part (Required)\n\nx\n\n## More\n\n### Part (Required)\n\ny\n';
    assert.equal(linked('[a](#part-required) [b](#part-required-1)', two), '[a](#part) [b](#part-1)');
    const sections = `## Gone (Optional)\n\n### Part\n\n## Part\n\nx\n\n${['A', 'B', 'C'].map((name) => `## ${name}\n\nx\n`).join('\n')}`;
    assert.equal(linked('[b](#part-1)', sections), '[b](#part)');
  });

  it('stay unchanged if their heading does, or if they are broken', () => {
    const still = '[a](#goals) [b](#none) [c](other.md#goals-required) `[d](#goals-required)`';
    assert.equal(linked(still, `## Goals\n\nx\n\n${GOALS}`), still);
    const named = '[a](#sum) [b](#goals)';
    assert.equal(linked(named, '## Goals (Required) {#sum}\n\nx\n\n## Goals\n\nx\n'), named);
  });
});
