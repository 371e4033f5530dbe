import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { NewDocument } from '../../../src/core/scaffold/scaffold';
import { written } from '../template/written';

const FILE = { fileName: '0007-kettle.md', number: '0007' };

/** The lines of a header in a new document. */
function header(lines: string, values: Partial<NewDocument> = FILE): string {
  const text = written(`# T\n\n${lines}\n\n## A\n\nText\n`, values);
  return text.slice('# Kettle\n\n'.length, text.indexOf('\n\n## A'));
}

/** The lines of front matter in a new document. */
function front(lines: string, values: Partial<NewDocument> = FILE, body = '## A\n\nText\n'): string {
  const text = written(`---\n${lines}\n---\n\n${body}`, values);
  const own = text.slice('---\n'.length, text.indexOf('\n---\n'));
  assert.doesNotThrow(() => parse(own));
  return own;
}

describe('header fields of a new document', () => {
  it('have the known values, and are otherwise unchanged', () => {
    assert.equal(
      header('**Status:** Draft  \n**Author**: <Name>\n**Created:** YYYY-MM-DD'),
      '**Status:** Draft  \n**Author**: Ada\n**Created:** 2026-11-22',
    );
    assert.equal(
      header('- Start Date: (fill in today, YYYY-MM-DD)\n- Issue: (leave it empty)'),
      '- Start Date: 2026-11-22\n- Issue: (leave it empty)',
    );
    assert.equal(header('Date: YYYY/MM/DD (when it was made)'), 'Date: 2026/11/22 (when it was made)');
    assert.equal(header('* **Author**: <x> <!-- a name --> <br>'), '* **Author**: Ada <!-- a name --> <br>');
    assert.equal(header('Last updated: [Date]'), 'Last updated: 2026-11-22');
    assert.equal(header('Title: <x>'), 'Title: Kettle');
    assert.equal(header('Sponsor: <name>\nStatus: Draft'), 'Sponsor: <name>\nStatus: Draft');
    assert.equal(header('Author: <name>', { author: undefined }), 'Author: <name>');
  });

  it('are filled where they are empty, if their names say with what', () => {
    assert.equal(
      header('- Author:\n- **Created:**\n- Reviewers:\n- 作成者:'),
      '- Author: Ada\n- **Created:** 2026-11-22\n- Reviewers:\n- 作成者: Ada',
    );
    assert.equal(
      header('| Author | |\n|---|---|\n| Date ||\n| Reviewed | |'),
      '| Author | Ada |\n|---|---|\n| Date | 2026-11-22 |\n| Reviewed | |',
    );
    assert.equal(header('- Author:\n- Status: Draft', { author: undefined }), '- Author:\n- Status: Draft');
  });

  it('have a date in the form of its mask, without the brackets around it', () => {
    assert.equal(header('Erstellt: [TT.MM.JJJJ]'), 'Erstellt: 22.11.2026');
    assert.equal(header('Created: <DD/MM/YYYY>'), 'Created: 22/11/2026');
    assert.equal(header('Created: {{ yyyy.mm.dd }}'), 'Created: 2026.11.22');
  });

  it('stay together on a line', () => {
    assert.equal(
      header('**Status:** Draft · **Author:** <Your Name> · **Created:** YYYY-MM-DD'),
      '**Status:** Draft · **Author:** Ada · **Created:** 2026-11-22',
    );
    assert.equal(header('**Author**: <x> | **Date**: [DATE]'), '**Author**: Ada | **Date**: 2026-11-22');
  });

  it('start with the first of several values', () => {
    assert.equal(header('Status: a | b | c'), 'Status: a');
    assert.equal(header('Status: [a | b]'), 'Status: a');
    assert.equal(header('Status: {{ status }}'), 'Status: Draft');
    assert.equal(header('Target: (2.x / 3.x)'), 'Target: 2.x');
  });

  it('have the number of the file if they refer to it', () => {
    assert.equal(header('RFC: NNNN\nID: RFC-0000'), 'RFC: 0007\nID: RFC-0007');
    assert.equal(header('* Proposal: [EV-NNNN](NNNN-file-name.md)'), '* Proposal: [EV-0007](0007-kettle.md)');
    for (const other of [
      'Issue: NNNN',
      'RFC PR: org/rfcs#0000',
      'Supersedes: RFC-NNNN',
      'Discussion: https://x.org/0000',
    ]) {
      assert.equal(header(other), other);
    }
    assert.equal(header('RFC: NNNN', {}), 'RFC: NNNN');
  });

  it('stay in their table', () => {
    const table =
      '| Status | (Open / Closed) |\n| :-- | --: |\n| **Author(s)** | My Name |\n| Date | YYYY-MM-DD |';
    assert.equal(
      header(table, { author: 'A | B' }),
      '| Status | Open |\n| :-- | --: |\n| **Author(s)** | A \\| B |\n| Date | 2026-11-22 |',
    );
  });

  it('are valid YAML in front matter, for any value', () => {
    const hard = { title: 'Kettle: v2 #1', author: 'Ada: "L"' };
    assert.equal(
      front('title: <title>\nauthor: {who}', hard),
      'title: "Kettle: v2 #1"\nauthor: "Ada: \\"L\\""',
    );
    assert.equal(
      front('status: "{proposed | accepted}"\ndate: {YYYY-MM-DD}'),
      'status: proposed\ndate: 2026-11-22',
    );
    assert.equal(front('created: YYYY-MM-DD # as ISO 8601'), 'created: 2026-11-22 # as ISO 8601');
    assert.match(front('start-date: # when'), /^start-date:(?: 2026-11-22)? # when$/);
    assert.equal(front('title:\nauthor: \nreleased:'), 'title: Kettle\nauthor: Ada\nreleased:');
    assert.equal(front('number: NNNN'), 'number: "0007"');
    assert.equal(front('title: neat-idea'), 'title: Kettle');
    assert.equal(
      front('title: neat-idea', { title: 'A New Idea' }, '# Neat idea\n\n## A\n\nText\n'),
      'title: a-new-idea',
    );
  });

  it('stay lists, with the known author as first item', () => {
    assert.equal(
      front('authors:\n  - "@one" # handle\n  - TBD\nreviewers:\n  - TBD', { author: '@ada' }),
      'authors:\n  - "@ada" # handle\n  - TBD\nreviewers:\n  - TBD',
    );
    assert.equal(front('author: ["@one", "@two"]'), 'author: [Ada, "@two"]');
    assert.equal(front('author: [name]', { author: 'L, A' }), 'author: ["L, A"]');
    assert.equal(front('authors:\n- one\ntags: [a, b]'), 'authors:\n- Ada\ntags: [a, b]');
    const map = 'author:\n  name: x\n  mail: y';
    assert.equal(front(map), map);
    const maps = 'authors:\n  - name: x\n    mail: y';
    assert.equal(front(maps), maps);
  });
});

describe('a status that is a section', () => {
  const status = (body: string): string =>
    /## Status\n\n([\s\S]*?)\n\n## End/.exec(
      written(`# T\n\n## Status\n\n${body}\n\n## End\n\nText\n`),
    )?.[1] ?? '';

  it('starts with the first of its values, or with the initial status of records', () => {
    assert.equal(status('Proposed | Accepted | Superseded'), 'Proposed');
    assert.equal(status('*Open | Closed*'), '*Open*');
    assert.equal(status('{{ status }}'), 'Proposed');
    assert.equal(status('STATUS'), 'Proposed');
    assert.equal(status('Pending'), 'Pending');
    assert.equal(status('What is the status of this?'), 'What is the status of this?');
  });
});

describe('macros above the sections', () => {
  it('are replaced if their value is known', () => {
    assert.equal(
      header('By {{ author }} on {{ date }}, for {{ team }}.'),
      'By Ada on 2026-11-22, for {{ team }}.',
    );
    assert.equal(header('> Write <title> and [date] yourself.'), '> Write <title> and [date] yourself.');
  });
});
