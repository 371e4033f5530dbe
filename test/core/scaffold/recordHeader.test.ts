import assert from 'node:assert/strict';
import { withHeaderOf } from '../../../src/core/scaffold/recordHeader';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import { readTemplate } from '../../../src/core/template/template';
import { readRepo } from '../../fixture';

const SOURCE = readRepo('media/templates/adr.md');
const TEMPLATE = { ...readTemplate(SOURCE, 'adr.md'), bundled: true };
const BODY = `
## Context and Problem Statement

It leaks.

## Considered Options

* Glue
* Tape

## Decision Outcome

Chosen option: "Glue", because it holds.
`;

/** The start of a new record beside one with this start, up to its first section. */
function startOf(record: string): string {
  const values = { title: 'Use tea', today: '2026-03-14', author: 'Ida Holm', like: record + BODY };
  const { text } = scaffold(TEMPLATE, values);
  return text.slice(0, text.indexOf('\n## '));
}

describe('a new record has the header of the one beside it', () => {
  const cases = {
    'a list, as in MADR 2': [
      '# Use glue\n\n* Status: accepted\n* Deciders: Ann, Bob\n* Date: 2020-01-03\n\nTechnical Story: #12\n',
      '# Use tea\n\n* Status: proposed\n* Deciders: Ida Holm\n* Date: 2026-03-14\n',
    ],
    'front matter, as in MADR 3': [
      '---\nstatus: accepted\ndate: 2020-01-03\ndeciders: Ann\nconsulted: Bob\n---\n\n# Use glue\n',
      '---\n# The keys below are optional: delete any of them, or add your own, such as consulted and informed.\nstatus: proposed\ndate: 2026-03-14\ndeciders: Ida Holm\n---\n\n# Use tea\n',
    ],
    'bold with its values': [
      '# Use glue\n\n**Status: accepted**<br>\n**Date: 2020-01-03**\n',
      '# Use tea\n\n**Status: proposed**<br>\n**Date: 2026-03-14**\n',
    ],
    'bold lines with a line break': [
      '# Use glue\n\n**Status:** Accepted\\\n**Date:** 2020-01-03\n',
      '# Use tea\n\n**Status:** proposed\\\n**Date:** 2026-03-14\n',
    ],
  } as const;
  for (const [name, [record, expected]] of Object.entries(cases)) {
    it(name, () => assert.equal(startOf(record), expected));
  }

  const others = {
    'a table': '# X\n\n| Status | Date |\n| --- | --- |\n| a | b |\n',
    'several fields on a line': '# X\n\n**Status:** accepted · **Date:** 2020-01-03\n',
    'a remark behind a value': '# X\n\n* Status: accepted <!-- by Ann -->\n* Date: 2020-01-03\n',
    'a value on two lines': '# X\n\n* Status: accepted\n  by all\n* Date: 2020-01-03\n',
    TOML: '+++\nstatus = "accepted"\n+++\n\n# X\n',
    'nothing that the template knows': '# X\n\nTeam: Kettle\n',
    'no header': '',
  };
  for (const [name, header] of Object.entries(others))
    it(`but not with ${name}`, () => assert.equal(withHeaderOf(SOURCE, header + BODY), SOURCE));

  it('and none of a template whose fields are not in front matter', () => {
    const source = readRepo('media/templates/design.md');
    assert.equal(withHeaderOf(source, '# X\n\n* Status: Draft\n'), source);
  });
});
