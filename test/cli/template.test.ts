import assert from 'node:assert/strict';
import { folderWith, run } from './program';
import { RECORD_TEMPLATE, TEMPLATE } from './texts';

const folder = (): string =>
  folderWith({
    'rfcs/proposal-template.md': TEMPLATE,
    'record.md': RECORD_TEMPLATE,
    'bare.md': 'Nothing here.\n',
  });

describe('template', () => {
  it('writes JSON in the documented shape and order of keys', () => {
    const { status, stdout } = run(folder(), 'template', 'rfcs/proposal-template.md', '--format', 'json');
    const expected = {
      version: 1,
      title: 'Proposal: <Name>',
      sections: [
        { title: 'Problem', level: 2, requirement: 'required', limit: { min: 1, max: 2 }, placeholders: [] },
        { title: 'Steps Ahead', level: 2, requirement: 'required', placeholders: ['<milestone>', '<step>'] },
        { title: 'Ideas', level: 2, requirement: 'optional', placeholders: [] },
        {
          title: 'Risks',
          level: 2,
          requirement: 'conditional',
          when: 'if money is involved',
          placeholders: [],
        },
      ],
      fields: [
        { name: 'Status', values: [] },
        { name: 'Author', values: [] },
        { name: 'Created', values: [] },
      ],
      lead: ['Problem', 'Steps Ahead'],
    };
    assert.equal(status, 0);
    assert.equal(stdout, `${JSON.stringify(expected, null, 2)}\n`);
  });

  it('shows a bundled template by its name, with its lead group', () => {
    const { status, stdout } = run(folder(), 'template', 'design', '--format=json');
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout).lead.slice(0, 3), ['Summary', 'Goals', 'Non-Goals']);
  });

  it('writes an outline for people', () => {
    const { stdout } = run(folder(), 'template', 'proposal');
    assert.match(stdout, /^proposal: Proposal: <Name>$/m);
    assert.match(stdout, /^ {2}Problem – required, 1–2 items$/m);
    assert.match(stdout, /^ {2}Risks – conditional, if money is involved$/m);
  });

  it('reads a template of another family', () => {
    const { fields } = JSON.parse(run(folder(), 'template', 'record.md', '--format', 'json').stdout);
    assert.deepEqual(fields[0], { name: 'status', values: ['proposed', 'accepted'] });
  });

  it('refuses what is no template', () => {
    for (const [name, message] of [
      ['bare.md', /bare\.md has no headings, so it cannot be a template/],
      ['missing.md', /There is no template "missing\.md"\..*proposal, .*design/],
    ] as const) {
      const { status, stderr } = run(folder(), 'template', name);
      assert.equal(status, 2);
      assert.match(stderr, message);
    }
  });
});
