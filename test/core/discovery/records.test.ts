import assert from 'node:assert/strict';
import { isRecordOf, possibleRecords } from '../../../src/core/discovery/records';
import { readTemplate } from '../../../src/core/template/template';
import { documentWith } from './repositories';

const OWN = readTemplate(documentWith('<Title>', ['Context', 'Options', 'Outcome']), 'adr.md');
const TEMPLATE = { ...OWN, bundled: true };

describe('the records of a folder', () => {
  it('are tried from the last one on, at most ten', () => {
    const names = Array.from({ length: 12 }, (_, at) => `${String(at).padStart(4, '0')}-a.md`);
    const tried = possibleRecords([...names, 'image.png'], TEMPLATE);
    assert.deepEqual([tried.length, tried[0], tried.at(-1)], [10, '0011-a.md', '0002-a.md']);
    assert.deepEqual(possibleRecords(names, OWN), []);
  });

  it('follow a bundled template', () => {
    const record = documentWith('Glue', ['Context', 'Options', 'Outcome']);
    assert.deepEqual(
      [
        isRecordOf(record, TEMPLATE, [TEMPLATE]),
        isRecordOf('# X\n\nTea.\n', TEMPLATE, [TEMPLATE]),
        isRecordOf(record, OWN, [OWN]),
      ],
      [true, false, false],
    );
  });
});
