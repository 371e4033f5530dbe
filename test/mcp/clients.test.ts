/** Clients of different makers and ages take a plan to its end. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createMCPClient } from '@ai-sdk/mcp';
import { Experimental_StdioMCPTransport as OtherTransport } from '@ai-sdk/mcp/mcp-stdio';
import { LATEST_PROTOCOL_VERSION, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js';
import { ENVIRONMENT, folderWith, textOf } from '../cli/program';
import { assertFollowsSchema } from '../core/tools/outputSchemas';
import { agentOn, serverCommand } from './client';
import { rawClientOn } from './rawClient';

type Call = (name: string, input: object) => Promise<unknown>;

interface Answer {
  readonly path: string;
  readonly version: string;
  readonly next: {
    readonly action: 'do' | 'start' | 'finish';
    readonly line: number;
    readonly verify: string | null;
  } | null;
}

interface Result {
  readonly content: readonly { readonly type: string; readonly text?: string }[];
  readonly isError?: boolean;
}

const FILES = {
  'rfcs/gate-template.md': `# Gate: <Name>

**Status:** Draft

## Problem (Required)

- Say who is hurt.

## Steps Ahead (Required)

- [ ] Milestone 1: Build it
- [ ] Milestone 2: Show it
`,
};
const STEPS = ['Write it', 'Test it, `verify: make test`'];
const END = `## Steps Ahead

- [x] Milestone 1: Build it
  - [x] Write it
  - [x] Test it
- [x] Milestone 2: Show it
  - [x] Write it
  - [x] Test it
`;

/** The answer in a result, which is text in every version of the protocol. */
function answerIn(name: string, { content, isError }: Result): unknown {
  const text = content[0]?.text ?? '';
  assert.ok(!isError, `${name}: ${text}`);
  const answer: unknown = JSON.parse(text);
  assertFollowsSchema(name, answer);
  return answer;
}

/** Writes a document and does whatever is next until nothing is. */
async function takePlanToItsEnd(folder: string, call: Call): Promise<void> {
  const own = { cwd: folder, env: ENVIRONMENT, encoding: 'utf8' } as const;
  const git = (...words: string[]): string => spawnSync('git', words, own).stdout.trim();
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '-qm', 'x');
  const tree = git('rev-parse', 'HEAD');
  let now = (await call('new_doc', { title: 'Locks' })) as Answer;
  const { path } = now;
  const done: string[] = [];
  for (; now.next && done.length < 20; done.push(now.next?.action ?? 'end')) {
    const { action, line, verify } = now.next;
    const common = { path, version: now.version, line };
    now = (await (action === 'start'
      ? call('start_milestone', { ...common, steps: STEPS })
      : call('complete_step', {
          ...common,
          evidence: verify === null ? null : { exit: 0, tree },
        }))) as Answer;
  }
  const text = textOf(folder, path).replace(/, `verify: .*$/gm, '');
  assert.ok(text.endsWith(END), text);
  const last = (await call('next_step', { path })) as Answer;
  assert.equal(last.next, null);
}

describe('a whole plan', () => {
  it("is done by the SDK's client", async () => {
    const folder = folderWith(FILES);
    const { call } = await agentOn(folder, '--write');
    await takePlanToItsEnd(folder, (name, input) => call(name, { ...input }));
  });

  it('is done by a client that writes every argument as text', async () => {
    const folder = folderWith(FILES);
    const { call } = await agentOn(folder, '--write');
    const asText = (value: unknown): unknown =>
      value === null || typeof value === 'string' ? value : JSON.stringify(value);
    await takePlanToItsEnd(folder, (name, input) =>
      call(name, Object.fromEntries(Object.entries(input).map(([key, value]) => [key, asText(value)]))),
    );
  });

  it('is done by the client of the AI SDK, as a model calls it', async () => {
    const folder = folderWith(FILES);
    const client = await createMCPClient({
      transport: new OtherTransport({ ...serverCommand(folder, ['--write']), stderr: 'inherit' }),
    });
    try {
      const tools = await client.tools();
      await takePlanToItsEnd(folder, async (name, input) => {
        const tool = tools[name] ?? assert.fail(`no tool ${name}`);
        return answerIn(name, (await tool.execute(input, { toolCallId: name, messages: [] })) as Result);
      });
      const { resources } = await client.listResources();
      const { uri } = resources.find(({ name }) => name === 'rfcs/0001-locks.md') ?? assert.fail();
      const [content] = (await client.readResource({ uri })).contents;
      assert.equal(content && 'text' in content && content.text, textOf(folder, 'rfcs/0001-locks.md'));
      const [prompt] = (await client.experimental_listPrompts()).prompts;
      assert.equal(prompt?.name, 'work_through_plan');
    } finally {
      await client.close();
    }
  });

  for (const version of SUPPORTED_PROTOCOL_VERSIONS) {
    it(`is done in version ${version} of the protocol`, async () => {
      const folder = folderWith(FILES);
      const { agreed, request } = await rawClientOn(folder, version, '--write');
      assert.equal(agreed, version);
      await takePlanToItsEnd(folder, async (name, input) =>
        answerIn(name, await request<Result>('tools/call', { name, arguments: input })),
      );
    });
  }

  it('begins with the latest version for a client of an unknown one', async () => {
    const { agreed, request } = await rawClientOn(folderWith(FILES), '1999-01-01');
    assert.equal(agreed, LATEST_PROTOCOL_VERSION);
    assertFollowsSchema(
      'list_docs',
      answerIn('list_docs', await request('tools/call', { name: 'list_docs' })),
    );
  });
});
