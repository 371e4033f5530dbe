import assert from 'node:assert/strict';
import type { FolderContent } from '../../../src/core/folder/nameSamples';
import { folderContent } from '../../../src/core/folder/nameSamples';
import { newFileName, nextNumber } from '../../../src/core/folder/newFileName';

const TODAY = '2026-05-01';

/** A folder with those files, of which those in folders of their own are design docs, and those named so are templates. */
function contentOf(paths: readonly string[]): FolderContent {
  const templates = paths.filter((path) => path.includes('template'));
  const inside = paths.filter((path) => path.includes('/') && !templates.includes(path));
  const names = paths.map((path) => path.split('/')[0] ?? '');
  return folderContent('', names, { documents: inside, templates });
}

describe('newFileName', () => {
  for (const [title, taken, expected] of [
    ['Tea', [], '<0001>-tea.md'],
    ['Tea', ['README.md', 'notes.md'], '<0001>-tea.md'],
    ['Tea & Milk!', ['0001-a.md', '0007-b.md'], '<0008>-tea-milk.md'],
    ['Tea', ['001-a.md'], '<002>-tea.md'],
    ['Tea', ['0009-a.md', '0009-2-b.md'], '<0010>-tea.md'],
    ['Tea', ['0003-2-b.md', '0003-a'], '<0004>-tea.md'],
    ['Tea', ['99-a.md'], '<100>-tea.md'],
    ['Tea', ['0007-a', '0008-b'], '<0009>-tea.md'],
    ['Hot tea', ['0001-a_b.md', '0002-c_d.md', '0003-e-f.md'], '<0004>-hot_tea.md'],
    ['Hot tea', ['0001_a_b.md', '0002_c_d.md'], '<0003>_hot_tea.md'],
    ['Hot Tea', ['0001 - Use It.md', '0002 - Drop It.md'], '<0003> - Hot Tea.md'],
    ['hot tea', ['0001. Use It.md'], '<0002>. hot tea.md'],
    ['Hot Tea', ['0001-Use-It.md', '0002-Drop-It.md'], '<0003>-Hot-Tea.md'],
    ['Tea', ['README.md', 'a-0005.md', '7-b.md'], 'tea.md'],
    ['', ['0001-a.md'], '<0002>-untitled.md'],
    // A word in front of the number
    ['Hot Tea', ['ADR-0007-use-it.md'], 'ADR-<0008>-hot-tea.md'],
    ['Hot Tea', ['adr_007_use_it.md', 'adr_008_drop_it.md'], 'adr_<009>_hot_tea.md'],
    ['Hot Tea', ['rfc-9-use-it.md', 'rfc-12-drop-it.md', 'notes.md'], 'rfc-<13>-hot-tea.md'],
    ['Hot Tea', ['rfc-9-use-it.md', 'a.md', 'b.md'], 'hot-tea.md'],
    ['Hot Tea', ['eip-20.md', 'eip-21.md'], 'eip-<22>.md'],
    ['Hot Tea', ['eip-20.md', 'eip-21-use-it.md'], 'eip-<22>-hot-tea.md'],
    ['Hot Tea', ['ADR-0001-a.md', 'RFC-0007-b.md', 'RFC-0008-c.md'], 'RFC-<0009>-hot-tea.md'],
    // A date
    ['Hot Tea', ['2026-04-01-use-it.md'], '2026-05-01-hot-tea.md'],
    ['Hot Tea', ['20190610-use-it.md', '20200101_drop_it.md', '20210101-x.md'], '20260501-hot-tea.md'],
    ['Hot Tea', ['2026_04_01_use_it.md'], '2026_05_01_hot_tea.md'],
    ['Hot Tea', ['2026-05-01-hot-tea.md'], '2026-05-01-hot-tea-2.md'],
    // Neither
    ['Hot Tea', ['use-it.md', 'drop_it.md', 'keep-it.md'], 'hot-tea.md'],
    ['Hot Tea', ['hot-tea.md', 'http2-server.md', 'Hot-Tea-2.md'], 'hot-tea-3.md'],
    ['Hot Tea', ['use-it.md', 'drop-it.md', '0001-a.md', '0002-b.md'], '<0003>-hot-tea.md'],
    ['Hot Tea', ['CONTRIBUTING.md', 'LICENSE.md', 'CHANGELOG.md'], '<0001>-hot-tea.md'],
    ['Hot Tea', ['images', 'drafts', 'diagrams'], '<0001>-hot-tea.md'],
    // A number that begins anew each year
    ['Hot Tea', ['2025-011-a.md', '2026-001-b.md', '2026-002-c.md'], '2026-003-hot-tea.md'],
    ['Hot Tea', ['2024-001-a.md', '2025-011-b.md'], '2026-001-hot-tea.md'],
    // The numbers of issues
    ['Hot Tea', ['13432-a.md', '55022-b.md', 'draft-c.md'], 'hot-tea.md'],
    ['Hot Tea', ['PROJ-1234-a.md', 'PROJ-2301-b.md'], 'hot-tea.md'],
    ['Hot Tea', ['1287-a', '1287-a/README.md', '4216-b', '4216-b/README.md'], 'hot-tea/README.md'],
    // Only a template
    ['Hot Tea', ['YYYYMMDD-template.md'], '20260501-hot-tea.md'],
    ['Hot Tea', ['YYYY-MM-DD-template.md'], '2026-05-01-hot-tea.md'],
    ['Hot Tea', ['ADR-NNNN-template.md'], 'ADR-<0001>-hot-tea.md'],
    ['Hot Tea', ['0000-template.md'], '<0001>-hot-tea.md'],
    ['Hot Tea', ['000-template.md', '0000-template-short.md'], '<0001>-hot-tea.md'],
    ['Hot Tea', ['template.md'], '<0001>-hot-tea.md'],
    ['Hot Tea', ['001-proposal-template.md', 'use-it.md', 'drop-it.md'], 'hot-tea.md'],
    // A folder for each document
    ['Hot Tea', ['0042-a', '0042-a/README.md', 'README.md'], '<0043>-hot-tea/README.md'],
    ['Hot Tea', ['0042-a', '0042-a/README.md', '0043-b.md', '0044-c.md'], '<0045>-hot-tea.md'],
    ['Hot Tea', ['ci', 'ci/index.md', 'runner', 'runner/index.md', 'images'], 'hot-tea/index.md'],
    ['Hot Tea', ['hot-tea', 'hot-tea/index.md', 'runner', 'runner/index.md'], 'hot-tea-2/index.md'],
    ['Hot Tea', ['NNNN-kep-template', 'NNNN-kep-template/README.md'], '<0001>-hot-tea/README.md'],
    ['Hot Tea', ['a.md', 'b.md', 'c.md', 'images', 'images/README.md'], 'hot-tea.md'],
  ] as const) {
    it(`${title} after ${taken.join(', ') || 'nothing'}`, () => {
      const { name, number } = newFileName(title, contentOf(taken), TODAY);
      assert.equal(number === undefined ? name : name.replace(number, `<${number}>`), expected);
    });
  }
});

it('takes no folder for a document that is none, and no template of another folder', () => {
  const names = ['guide', 'api', 'images', 'flood.md'];
  const inside = folderContent('docs', names, {
    documents: ['docs/flood.md', 'docs/api/calls/README.md', 'guide/README.md'],
    templates: ['rfcs/flood.md'],
  });
  assert.equal(newFileName('Hot Tea', inside, TODAY).name, '0001-hot-tea.md');
});

it('stays short beside a file whose name has many signs', () => {
  const content = { names: [`0007${'-'.repeat(200)}a.md`], documents: [], templates: [] };
  assert.equal(newFileName('Hot Tea', content, TODAY).name, '0008---hot-tea.md');
});

describe('nextNumber', () => {
  for (const [taken, word, expected] of [
    [[], '', '0001'],
    [['0001-a.md', '0007-b.md', '2026-04-01-c.md', 'ADR-0012-d.md'], '', '0008'],
    [['0001-a.md', 'ADR-0012-d.md'], 'ADR-', '0013'],
  ] as const) {
    it(`${word}${expected} after ${taken.join(', ') || 'nothing'}`, () =>
      assert.equal(nextNumber(taken, word), expected));
  }
});
