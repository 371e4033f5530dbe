import assert from 'node:assert/strict';
import { agents } from '../../../src/core/agents/agents';
import { withRules } from '../../../src/core/agents/rules';

const PLACE = { file: 'AGENTS.md' };
const BLOCK = withRules(undefined, PLACE);

describe('the rules for agents', () => {
  it('are a block between two comments, after what is there', () => {
    assert.match(BLOCK, /^<!-- begin design-docs -->\n[\s\S]+\n<!-- end design-docs -->\n$/);
    for (const [before, after] of [
      ['', BLOCK],
      ['# Ours\n', `# Ours\n\n${BLOCK}`],
      ['# Ours', `# Ours\n\n${BLOCK}`],
      ['# Ours\n\n', `# Ours\n\n${BLOCK}`],
      ['# Ours\r\n', `# Ours\r\n\r\n${BLOCK.replaceAll('\n', '\r\n')}`],
    ] as const) {
      assert.equal(withRules(before, PLACE), after);
      assert.equal(withRules(after, PLACE), after);
    }
  });

  it('are updated at their place', () => {
    const old = '# Ours\n\n<!-- begin design-docs -->\nOld.\n<!-- end design-docs -->\n\n## More\n';
    assert.equal(withRules(old, PLACE), `# Ours\n\n${BLOCK}\n## More\n`);
  });

  it('are refused where a block has lost an end', () => {
    const [begin, end] = ['<!-- begin design-docs -->', '<!-- end design-docs -->'];
    for (const text of [begin, end, `${end}\n${begin}`, `${begin}${begin}${end}`, `${begin}${end}${end}`])
      assert.throws(
        () => withRules(text, PLACE),
        /^UserError: AGENTS\.md must have .* Nothing was written\.$/,
        text,
      );
  });

  it('start a rule of Cursor with its front matter, only when the file is new', () => {
    const place = agents.find(({ name }) => name === 'cursor')?.rules;
    assert.ok(place);
    assert.match(withRules(undefined, place), /^---\ndescription: .+\nalwaysApply: true\n---\n\n<!-- begin/);
    assert.equal(withRules('---\nalwaysApply: false\n---\n', place).includes('description:'), false);
  });
});
