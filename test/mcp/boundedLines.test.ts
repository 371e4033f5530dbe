import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { boundedLines } from '../../src/mcp/boundedLines';
import { bundle, ENVIRONMENT, folderWith } from '../cli/program';

describe('boundedLines', () => {
  /** What passes of a text that comes in pieces, and the ids of what does not. */
  async function passed(input: string, piece: number): Promise<[string, unknown[]]> {
    const refused: unknown[] = [];
    const lines = boundedLines((id) => refused.push(id ?? null), 2000);
    const bytes = Buffer.from(input);
    for (let at = 0; at < bytes.length; at += piece) lines.write(bytes.subarray(at, at + piece));
    lines.end();
    return [await text(lines), refused];
  }

  const long = 'x'.repeat(3000);
  for (const piece of [1, 7, 100, 100_000]) {
    it(`passes on what is short, in pieces of ${piece}`, async () => {
      assert.deepEqual(await passed('a\nß\n\n12345678901234567890', piece), [
        'a\nß\n\n12345678901234567890',
        [],
      ]);
      const ids = [
        `{"jsonrpc":"2.0","id":5,"method":"${long}"}`,
        `{"method":"x","params":{"y":"${long}","id":1},"jsonrpc":"2.0","id":6}`,
        `{ "id": "a-7", "params": "${long}" }`,
        `{"params":{"id":1},"z":"${long}","q":{"id":2}}`,
        `${long}`,
        `{"id":{"id":3,"y":"${long}"}}`,
        `{"params":"${long}","id":8,"jsonrpc":"2.0"}\r`,
      ];
      assert.deepEqual(await passed(`a\n${ids.join('\nb\n')}\nc\n${ids[0]}`, piece), [
        `a\n${'b\n'.repeat(ids.length - 1)}c\n`,
        [5, 6, 'a-7', null, null, null, 8, 5],
      ]);
    });
  }
});

describe('an MCP server that gets a message of 12 MB', () => {
  it('answers it, or notes that it was there, and goes on', async () => {
    const server = spawn(process.execPath, [bundle(), 'mcp'], { cwd: folderWith({}), env: ENVIRONMENT });
    after(() => server.kill());
    const noted = text(server.stderr);
    const answers = createInterface(server.stdout)[Symbol.asyncIterator]();
    const next = async (): Promise<{ id?: unknown; error?: { message: string }; result?: object }> =>
      JSON.parse((await answers.next()).value ?? assert.fail('the server has ended'));
    const send = (message: object): boolean => server.stdin.write(`${JSON.stringify(message)}\n`);
    const clientInfo = { name: 'test', version: '1' };
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
    send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    assert.equal((await next()).id, 1);
    send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    const name = 'x'.repeat(12_000_000);
    send({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name } });
    const refused = await next();
    assert.deepEqual(
      [refused.id, refused.error?.message],
      [2, 'The message is longer than 4 MiB, and was not read.'],
    );
    send({ jsonrpc: '2.0', method: name });
    send({ jsonrpc: '2.0', id: 3, method: 'tools/list' });
    const listed = await next();
    assert.equal(listed.id, 3);
    assert.ok(listed.result);
    server.stdin.end();
    assert.equal(await noted, 'note: The message is longer than 4 MiB, and was not read.\n');
  });
});
