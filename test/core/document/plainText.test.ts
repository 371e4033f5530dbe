import assert from 'node:assert/strict';
import { plainText } from '../../../src/core/document/plainText';

describe('plainText', () => {
  for (const [markdown, expected] of [
    ['Write  the\n tests ', 'Write the tests'],
    ['**Milestone 1:** *a* _b_ __c__ ***d*** ~~e~~', 'Milestone 1: a b c d e'],
    ['snake_case, 2*3*4 and 5 * 6', 'snake_case, 234 and 5 * 6'],
    ['a * b, __init__.py and *.md', 'a * b, init.py and *.md'],
    ['`**code**` and ``a ` b``', '**code** and a ` b'],
    ['see [the **spec**](https://example.org "Title") now', 'see the spec now'],
    ['![a picture](x.png) of [one ![in](a.png) another](b)', 'a picture of one in another'],
    ['[RFC 7][rfc], [rfc][] and [**Bold**][Rfc]', 'RFC 7, rfc and Bold'],
    ['grid[x][y], [ ] and [x] and [alone]', 'grid[x][y], [ ] and [x] and [alone]'],
    ['<https://example.org/a_b_c> <me@example.org>', 'https://example.org/a_b_c me@example.org'],
    ['a<!-- gone --> b<br>c <b>d</b> <?e?>', 'a b c d'],
    ['`<!-- stays -->`', '<!-- stays -->'],
    ['Milestone 1: <concise milestone>, Vec<T>, <Name>', 'Milestone 1: <concise milestone>, Vec<T>, <Name>'],
    ['\\*not\\* \\[x\\] C:\\dir', '*not* [x] C:\\dir'],
    ['R&amp;D &lt;b&gt; &quot;q&quot; &#42; &nope; AT&T', 'R&D <b> "q" * &nope; AT&T'],
    ['a&nbsp;b', 'a b'],
    ['an open ** and an open ` and [an open](', 'an open ** and an open ` and [an open]('],
    ['', ''],
  ] as const) {
    it(JSON.stringify(markdown), () => assert.equal(plainText(markdown), expected));
  }
});
