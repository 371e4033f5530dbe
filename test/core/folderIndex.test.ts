/** The index of a folder: its rows are written like the others, and nothing else of it changes. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../src/core/analysis/analyze';
import { parseDocument } from '../../src/core/document/document';
import { readAddress } from '../../src/core/document/links/address';
import { readLinks } from '../../src/core/document/links/links';
import type { IndexedDocument } from '../../src/core/folderIndex/indexedDocument';
import { indexedDocument } from '../../src/core/folderIndex/indexedDocument';
import { indexFaults, isIndexOf, updateIndex } from '../../src/core/folderIndex/updateIndex';
import { readTemplate } from '../../src/core/template/template';

const template = readTemplate(
  '# Record: <Title>\n\n**Status:** Draft\n**Author:** <Name>\n\n## Context\n\nText.\n',
  'template.md',
);

function document(path: string, title: string, status: string): IndexedDocument {
  const text = `# Record: ${title}\n\n**Status:** ${status}\n**Author:** Ida\n**Created:** 2026-01-02\n\n## Context\n\nWords.\n`;
  const found = indexedDocument(path, analyze(text, { templates: [template], today: '2026-11-22' }));
  assert.ok(found);
  return found;
}

const ONE = document('0001-one.md', 'One queue', 'Accepted');
const TWO = document('0002-two.md', 'Two | queues [old]', 'Superseded by [3](0003-three.md)');
const THREE = document('0003-three.md', 'Retries', 'Draft, for now');
const ALL = [ONE, TWO, THREE];

/** The faults, as `kind path`. */
function faults(text: string, documents = ALL, there: readonly string[] = []): string[] {
  return indexFaults(parseDocument(text), documents, (path) => there.includes(path)).map(
    ({ kind, path }) => `${kind} ${path}`,
  );
}

describe('an index', () => {
  it('gets a row whose link leads to the file, whatever its name has in it', () => {
    for (const path of ['0004-c#.md', '0004-a b.md', '0004-100%.md', '0004-what?.md']) {
      const documents = [ONE, document(path, 'Four', 'Draft')];
      const updated = updateIndex('- [0001. One queue](0001-one.md)\n', documents);
      assert.deepEqual(faults(updated, documents), []);
      const [, link] = readLinks(parseDocument(updated));
      assert.equal(readAddress(link?.target ?? '')?.path, path);
    }
  });

  for (const [name, before, after] of [
    [
      'a table by number, with hand-written cells',
      '# Records\n\n| # | Record           | Status   | Why |\n| - | ---------------- | -------- | --- |\n| 0001 | [One queue](0001-one.md) | Accepted | *simple* |\n| 0003 | [Retries](0003-three.md) | ✅ Accepted | a \\| b |\n\nEnd.\n',
      '# Records\n\n| # | Record           | Status   | Why |\n| - | ---------------- | -------- | --- |\n| 0001 | [One queue](0001-one.md) | Accepted | *simple* |\n| 0002 | [Two \\| queues \\[old\\]](0002-two.md) | Superseded |  |\n| 0003 | [Retries](0003-three.md) | ✅ Draft | a \\| b |\n\nEnd.\n',
    ],
    [
      'an aligned table',
      '| Doc                      | Status     |\n| ------------------------ | ---------- |\n| [Retries](0003-three.md) | Draft      |\n| [Record: Two \\| queues \\[old\\]](0002-two.md) | Superseded |\n',
      '| Doc                      | Status     |\n| ------------------------ | ---------- |\n| [Retries](0003-three.md) | Draft      |\n| [Record: Two \\| queues \\[old\\]](0002-two.md) | Superseded |\n| [Record: One queue](0001-one.md) | Accepted   |\n',
    ],
    [
      'a table without outer bars, with the number as the link',
      'Doc | Title | By\n--- | --- | ---\n[ADR-1](./0001-one.md) | One queue | Ida\n[ADR-2](./0002-two.md) | x | Bo\n',
      'Doc | Title | By\n--- | --- | ---\n[ADR-1](./0001-one.md) | One queue | Ida\n[ADR-2](./0002-two.md) | x | Bo\n[ADR-3](./0003-three.md) | Retries | Ida\n',
    ],
    [
      'a list with statuses in lower case',
      '- [0001. One queue](0001-one.md) (accepted)\n- [0002. Two](0002-two.md) (superseded)\n',
      '- [0001. One queue](0001-one.md) (accepted)\n- [0002. Two](0002-two.md) (superseded)\n- [0003. Retries](0003-three.md) (draft)\n',
    ],
    [
      'a list from the last to the first',
      '* 0003 – [Record: Retries](0003-three.md) – see below\n* 0001 – [Record: One queue](0001-one.md)',
      '* 0003 – [Record: Retries](0003-three.md) – see below\n* 0002 – [Record: Two | queues \\[old\\]](0002-two.md)\n* 0001 – [Record: One queue](0001-one.md)',
    ],
  ] as const) {
    it(`is updated in the shape of ${name}`, () => {
      for (const ending of ['\n', '\r\n']) {
        const text = before.replaceAll('\n', ending);
        const updated = updateIndex(text, ALL);
        assert.equal(updated, after.replaceAll('\n', ending));
        assert.equal(updateIndex(updated, ALL), updated);
        assert.deepEqual(faults(updated), []);
      }
    });
  }

  const titled = (titles: readonly string[]): IndexedDocument[] =>
    ['0001-kafka.md', '0002-pg.md', '0003-py.md', '0004-cron.md'].flatMap((path, at) => {
      const title = titles[at];
      return title === undefined ? [] : [{ ...document(path, 'T', 'Accepted'), title }];
    });
  const WORDS = ['Use Kafka', 'Postgres for orders', 'Move to Python 3', 'Drop the cron jobs'];
  const FILES = ['0001-kafka.md', '0002-pg.md', '0003-py.md', '0004-cron.md'];
  const HEADS = '| # | Title | Status |\n| - | - | - |\n';

  /** Checks that each row, once it is left out with those behind it, is written again as it was. */
  function assertRewritten(
    heads: string,
    rows: readonly string[],
    documents: readonly IndexedDocument[],
  ): void {
    for (let count = 1; count < rows.length; count++) {
      const text = heads + rows.slice(0, count).join('\n');
      assert.equal(updateIndex(`${text}\n`, documents), `${heads}${rows.join('\n')}\n`);
    }
  }

  for (const [form, numbered] of [
    ['3. Move', (at: number) => `${at}. `],
    ['3 - Move', (at: number) => `${at} - `],
    ['3 Move', (at: number) => `${at} `],
    ['0003 – Move', (at: number) => `000${at} – `],
    ['ADR-0003: Move', (at: number) => `ADR-000${at}: `],
    ['ADR 3. Move', (at: number) => `ADR ${at}. `],
    ['RFC 3 - Move', (at: number) => `RFC ${at} - `],
    ['RFC-3 Move', (at: number) => `RFC-${at} `],
    ['[3] Move', (at: number) => `[${at}] `],
    ['Design 3: Move', (at: number) => `Design ${at}: `],
    ['Design: Move', () => 'Design: '],
    ['Record: 3. Move', (at: number) => `Record: ${at}. `],
    ['Move', () => ''],
  ] as const) {
    it(`has titles like "${form}" in the form of the rows beside, with their own words`, () => {
      const documents = titled(WORDS.map((words, at) => numbered(at + 1) + words));
      for (const own of [numbered, () => '', (at: number) => `${at}. `, (at: number) => `ADR-000${at}: `]) {
        const named = WORDS.map((words, at) => (own(at + 1) + words).replace(/[[\]]/g, '\\$&'));
        assertRewritten(
          '',
          named.map((name, at) => `* [${name}](${FILES[at]})`),
          documents,
        );
        assertRewritten(
          HEADS,
          named.map((name, at) => `| [${at + 1}](${FILES[at]}) | ${name} | Accepted |`),
          documents,
        );
      }
      const marked = WORDS.map((words, at) => `| **000${at + 1}** | [*${words}*](${FILES[at]}) |`);
      assertRewritten('| # | Doc |\n| - | - |\n', marked, documents);
    });
  }

  for (const [titles, label, expected] of [
    [['1. One', '2. Phase 2', '3. Python 3 everywhere'], 'Phase 2', 'Python 3 everywhere'],
    [['One', 'Phase 2: cleanup', 'Retries'], 'Phase 2: cleanup', 'Retries'],
    [['One', 'HTTP 2 - why', 'Retries'], 'HTTP 2 - why', 'Retries'],
    [['One', '2 queues', 'Retries'], '2 queues', 'Retries'],
    [['One', '2. Two', '3 queues are enough'], 'Two', '3 queues are enough'],
    [['One', '2. 2. Two', '3. Drop 20 jobs'], '2. Two', 'Drop 20 jobs'],
    [['One', '2. Two', 'Three'], '2. Two', '3. Three'],
    [['One', 'Two', '3. Three'], 'Two', 'Three'],
    [['One', '2. Move to HTTP 2', '3. Three'], 'HTTP 2', 'Three'],
    [['One', '2. Two', '3. Three'], 'Something of 2', 'Three'],
    [['One', 'Design: Two', 'Kafka: why'], 'Two', 'Kafka: why'],
    [['One', 'RFC 9 - Two', 'RFC 7 - Three'], 'Two', 'Three'],
    [['One', '2. Two', '3. Three'], 'ADR-2', 'ADR-3'],
    [['One', '2. Two', '3. Three'], 'Phase 2', 'Three'],
    [['One', '2. Two', '3.5 million users'], 'Two', '3.5 million users'],
    [['One', '2. Two', '3–5 nodes'], '2. Two', '3. 3–5 nodes'],
    [['One', '2. Two', '3-day retention'], 'Two', '3-day retention'],
    [['One', 'Two', 'Three'], '7. Two', 'Three'],
    [['One', '9. Two', '3. Three'], 'Two', 'Three'],
  ] as const) {
    it(`lists "${titles[2]}" as "${expected}" beside "${label}" for "${titles[1]}"`, () => {
      const text = `* [One thing](0001-kafka.md)\n* [${label}](0002-pg.md)\n`;
      assert.equal(updateIndex(text, titled(titles)), `${text}* [${expected}](0003-py.md)\n`);
    });
  }

  it('gets a row like one that has the title of its document, else the title without a number', () => {
    const documents = titled(['1. Use Kafka', '2. Postgres', '3. Move to Python 3']);
    const last = '| [2](0002-pg.md) | PG 2 | Accepted |\n';
    for (const first of ['Use Kafka', 'Python 1']) {
      const text = `${HEADS}| [1](0001-kafka.md) | ${first} | Accepted |\n${last}`;
      assert.equal(
        updateIndex(text, documents),
        `${text}| [3](0003-py.md) | Move to Python 3 | Accepted |\n`,
      );
    }
  });

  it('names each fault once, and leaves rows that lead nowhere to a person', () => {
    const text =
      '| Doc | Status |\n| --- | --- |\n| [1](0001-one.md) | Draft |\n| [gone](0009-gone.md) | Draft |\n| [other](../a.md) | |\n| [2](0002-two.md#context) | Dead |\n';
    assert.deepEqual(faults(text, ALL, ['../a.md']), [
      'status 0001-one.md',
      'dangling 0009-gone.md',
      'missing 0003-three.md',
    ]);
    const updated = updateIndex(text, ALL);
    assert.deepEqual(faults(updated, ALL, ['../a.md']), ['dangling 0009-gone.md']);
  });

  it('is updated for one document alone', () => {
    const text =
      '| Doc | Status |\n| --- | --- |\n| [1](0001-one.md) | Draft |\n| [2](0002-two.md) | Draft |\n';
    const one = updateIndex(text, ALL, '0001-one.md');
    assert.deepEqual(faults(one), ['status 0002-two.md', 'missing 0003-three.md']);
    assert.equal(one.split('\n').filter((line, at) => line !== text.split('\n')[at]).length, 1);
    const three = updateIndex(text, ALL, '0003-three.md');
    assert.deepEqual(faults(three), ['status 0001-one.md', 'status 0002-two.md']);
    assert.ok(three.startsWith(text));
    assert.equal(updateIndex(text, ALL, '0004-four.md'), text);
  });

  it('is a file that lists a document in a table or list', () => {
    for (const [text, expected] of [
      ['- [1](0001-one.md)\n', true],
      ['See [1](0001-one.md).\n', false],
      ['```\n- [1](0001-one.md)\n```\n', false],
      ['- [1](other/0001-one.md)\n', false],
    ] as const)
      assert.equal(isIndexOf(parseDocument(text), ALL), expected, text);
  });

  it('keeps every line that is not about a fault, whatever is around the rows', () => {
    const line = fc.constantFrom(
      '| [One](0001-one.md) | Accepted | x |',
      '| [T](0002-two.md) | draft |  |',
      '| --- | --- | --- |',
      '| Doc | Status | Why |',
      '- [One queue](0001-one.md) – accepted',
      '  - [Retries](0003-three.md)',
      '1. [Two](<0002-two.md>)',
      'Text with [a link](0001-one.md).',
      '> - [quoted](0002-two.md)',
      '```',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (lines, ending) => {
        const text = lines.join(ending) + ending;
        const updated = updateIndex(text, ALL);
        assert.equal(updateIndex(updated, ALL), updated, 'a second run changes something');
        // Each line is still there, in its order, but for the words of statuses.
        const plain = (source: string): string[] =>
          source.split(ending).map((one) => one.replace(/accepted|draft|superseded/gi, '?'));
        const now = plain(updated);
        let at = 0;
        for (const one of plain(text)) {
          while (at < now.length && now[at] !== one) at++;
          assert.ok(at < now.length, `lost: ${one}`);
          at++;
        }
        assert.equal(faults(updated).filter((fault) => fault.startsWith('status')).length, 0);
      }),
    );
  });
});
