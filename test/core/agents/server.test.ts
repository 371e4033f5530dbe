import assert from 'node:assert/strict';
import { getNodeValue } from 'jsonc-parser';
import type { ServerPlace } from '../../../src/core/agents/agents';
import { agents } from '../../../src/core/agents/agents';
import { withServer } from '../../../src/core/agents/server';
import { parseJson } from '../../../src/core/config/jsonc';

const placeOf = (name: string): ServerPlace => {
  const found = agents.find((agent) => agent.name === name);
  assert.ok(found);
  return found.server;
};
const CLAUDE = placeOf('claude');
const CODEX = placeOf('codex');

describe('the entry of the MCP server', () => {
  it('is all that a new file has', () => {
    for (const nothing of [undefined, '', '\n']) {
      assert.deepEqual(JSON.parse(withServer(nothing, CLAUDE)), {
        mcpServers: { 'design-docs': { command: 'npx', args: ['-y', 'design-docs', 'mcp', '--write'] } },
      });
    }
    assert.equal(
      withServer(undefined, CODEX),
      '[mcp_servers.design-docs]\ncommand = "npx"\nargs = [ "-y", "design-docs", "mcp", "--write" ]\n',
    );
    assert.match(
      withServer(undefined, placeOf('copilot')),
      /"servers": \{\s+"design-docs": \{\s+"type": "stdio"/,
    );
  });

  it('comes after the others, whose text and comments stay', () => {
    const before = `\uFEFF{
\t// Ours
\t"mcpServers": {
\t\t"b": {"command":"b"}, // second
\t\t"a": {
\t\t\t"command":"a"
\t\t},
\t},
\t"z": 1
}
`;
    const after = withServer(before, CLAUDE);
    const [start = '', end = ''] = before.split(',\n\t},');
    assert.ok(after.startsWith(start) && after.endsWith(end), after);
    assert.match(after, /"command":"a"\n\t\t\},\n\t\t"design-docs": \{\n\t\t\t"command": "npx",/);
    assert.equal(withServer(after, CLAUDE), after);
  });

  it('finds a place beside comments and trailing commas', () => {
    for (const before of [
      '{ // none\n}',
      '// top\n{}\n// end',
      '{"mcpServers": { /* none */ }}',
      '{"mcpServers": {"a": 1, /* last */ }, }',
      '{\n  "z": 1, // last\n}\n',
      '{"mcpServers": {"a": 1 // last\n}}',
    ]) {
      const after = withServer(before, CLAUDE);
      assert.equal(withServer(after, CLAUDE), after, before);
      for (const word of before.match(/none|top|end|last|"[az]": 1/g) ?? [])
        assert.ok(after.includes(word), after);
      const values = (text: string): unknown => JSON.parse(JSON.stringify(getNodeValue(parseJson(text))));
      const { mcpServers, ...others } = values(after) as Record<string, Record<string, unknown>>;
      const { 'design-docs': own, ...servers } = mcpServers ?? {};
      assert.ok(own, after);
      const was = values(before) as Record<string, object>;
      assert.deepEqual({ mcpServers: {}, ...was }, { mcpServers: servers, ...others });
    }
  });

  it('keeps the line endings of the file', () => {
    for (const [before, place] of [
      ['{\r\n  "mcpServers": {}\r\n}\r\n', CLAUDE],
      ['model = "x"\r\n', CODEX],
    ] as const) {
      const after = withServer(before, place);
      assert.match(after, /design-docs/);
      assert.doesNotMatch(after, /[^\r]\n/);
    }
  });

  it('stays as it is where there is one', () => {
    for (const [text, place] of [
      ['{"mcpServers":{"design-docs":{"command":"design-docs","args":["mcp"]}}}', CLAUDE],
      ['[mcp_servers.design-docs]\ncommand = "mine"\n', CODEX],
      ['mcp_servers = { design-docs = { command = "mine" } }', CODEX],
    ] as const)
      assert.equal(withServer(text, place), text);
  });

  it('is a table at the end of TOML, where nothing else changes', () => {
    const before =
      '# Ours\nmodel = "x" # a comment\n\n[mcp_servers.other]\ncommand = "o"\n\n[[list]]\nday = 2026-11-29';
    const after = withServer(before, CODEX);
    assert.ok(after.startsWith(`${before}\n\n[mcp_servers.design-docs]\n`));
    assert.equal(withServer(after, CODEX), after);
  });

  it('is refused where the file cannot be read or has another shape, with the entry to add by hand', () => {
    for (const [text, place, why] of [
      [
        '{ "mcpServers": }',
        CLAUDE,
        /^\.mcp\.json cannot be extended: line 1: not valid JSON: expected a value\. /,
      ],
      ['{\n"a": 1\n"b": 2 }', CLAUDE, /line 3: not valid JSON: expected a comma/],
      ['{"a":1,"a":2}', CLAUDE, /duplicate key "a"/],
      ['[]', CLAUDE, /it is not an object/],
      ['{"mcpServers":[]}', CLAUDE, /"mcpServers" is not an object/],
      ['a = ', CODEX, /^\.codex\/config\.toml cannot be extended: it is not valid TOML/],
      ['mcp_servers = { other = { command = "o" } }', CODEX, /inline table/],
      ['mcp_servers = "none"', CODEX, /not valid TOML/],
    ] as const) {
      assert.throws(
        () => withServer(text, place),
        (error: Error) => why.test(error.message) && /by hand\. Nothing was written\.$/.test(error.message),
        text,
      );
    }
  });
});
