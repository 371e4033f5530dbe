import assert from 'node:assert/strict';
import { isCheckedAnchor, readAddress } from '../../../src/core/document/links/address';

const DOLLAR = '$';

describe('an address', () => {
  for (const [target, path, anchor] of [
    ['tea.md', 'tea.md', ''],
    ['tea.md#pot', 'tea.md', 'pot'],
    ['#pot', '', 'pot'],
    ['tea%20pot.md?plain=1#a%23b', 'tea pot.md', 'a#b'],
    ['q%3Fmark.md', 'q?mark.md', ''],
    ['?plain=1', '', ''],
    ['../issues/tea.md', '../issues/tea.md', ''],
    ['../wiki/tea.md', '../wiki/tea.md', ''],
    ['../releases.md', '../releases.md', ''],
    ['my$ file.md', 'my$ file.md', ''],
    ['100%.md', '100%.md', ''],
    ['a.b:c.md', undefined, undefined],
  ] as const) {
    it(`${target} is path ${path} and anchor ${anchor}`, () => {
      const address = readAddress(target);
      assert.deepEqual([address?.path, address?.anchor], [path, anchor]);
    });
  }

  for (const target of [
    ...['', 'https://x.org', 'mailto:a@b', 'command:x', 'C:\\x', '//x.org/a', '\\\\x\\a', 'sub\\x.md'],
    ...[
      '{{url}}',
      '{{url}}/x.md',
      '{%x%}',
      `${DOLLAR}{X}/x.md`,
      '$X/x.md',
      '$(x)',
      '%{x}/y',
      '@site/x.md',
      '@/x',
      '~/x.md',
    ],
    ...['*.md', 'docs/**', '<name>.md', 'x-{id}.md', '...', '…', 'a|b.md'],
    ...[
      '../../issues/12',
      '../issues',
      '../issues/new',
      '../../pull/3#issuecomment-1',
      '../pulls',
      '../../wiki',
    ],
    ...[
      '../../wiki/Home',
      '../../releases',
      '../releases/tag/v1',
      '../blob/main/x.md',
      '../../tree/main/docs',
    ],
    ...[
      '../../../discussions/5',
      '../../commit/abc',
      '../../compare/a...b',
      '../../milestone/2',
      '../-/issues/1',
    ],
  ]) {
    it(`${target} is not checked`, () => assert.equal(readAddress(target), undefined));
  }

  it('has anchors that are valid without a heading', () => {
    const silent = [
      ...[
        '',
        'top',
        'TOP',
        'L10',
        'L2-L3',
        'L2-3',
        'L1C2-L3C4',
        ':~:text=x',
        'a:~:text=x',
        '!x',
        '/x',
        '^x',
        '=x',
      ],
      ...[
        'fn1',
        'fn:1',
        'fn-1',
        'fnref1',
        'fnref:1',
        'fnref-1-2',
        'user-content-fn-1',
        'user-content-fnref-1',
      ],
      ...['{id}', '{{ x }}', `${DOLLAR}{x}`, '<id>'],
    ];
    assert.deepEqual(silent.filter(isCheckedAnchor), []);
    const judged = ['a', 'top-of-it', 'fnord', 'L10n', 'line', 'L', 'user-content-a', '1', '-a'];
    assert.deepEqual(judged.filter(isCheckedAnchor), judged);
  });
});
