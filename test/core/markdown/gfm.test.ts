/** The tasks of a text, compared with an independent count. */

import assert from 'node:assert/strict';
import { parseBlocks, walkBlocks } from '../../../src/core/markdown/markdown';
import { splitLines } from '../../../src/core/text/text';
import { readRepo } from '../../fixture';
import { renderedTasks } from '../../taskOracle';

const show = (line: number, mark: string) => `${line + 1}: ${mark}`;

describe('tasks, counted in rendered HTML', () => {
  for (const file of ['test/core/markdown/tasks.md', 'test/core/markdown/gfm.md']) {
    for (const ending of ['\n', '\r\n']) {
      it(`${file} with ${JSON.stringify(ending)}`, () => {
        const text = readRepo(file).replaceAll('\n', ending);
        const found = [...walkBlocks(parseBlocks(splitLines(text).map((line) => line.text)))].flatMap(
          ({ box }) => (box?.task ? [show(box.range.start.line, box.mark)] : []),
        );
        const expected = renderedTasks(text)
          .filter(({ mark }) => /^[ \txX]$/.test(mark))
          .map(({ line, mark }) => show(line, mark));
        assert.deepEqual(found, expected);
        assert.ok(found.length > 0);
      });
    }
  }
});
