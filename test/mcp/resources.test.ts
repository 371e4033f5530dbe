import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { rules } from '../../src/core/rules/index';
import { folderWith } from '../cli/program';
import { CLEAN, TEMPLATE } from '../cli/texts';
import type { Agent } from './client';
import { agentOn, agentWithRoots } from './client';

async function urisOf({ client }: Agent): Promise<string[]> {
  const uris: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listResources(cursor === undefined ? {} : { cursor });
    uris.push(...page.resources.map(({ uri }) => uri));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return uris;
}

async function textAt({ client }: Agent, uri: string): Promise<string> {
  const [content] = (await client.readResource({ uri })).contents;
  assert.deepEqual([content?.uri, content?.mimeType], [uri, 'text/markdown']);
  return content && 'text' in content ? content.text : '';
}

describe('the resources of the MCP server', () => {
  const place = (more = {}): string =>
    folderWith({ 'rfcs/gate-template.md': TEMPLATE, 'rfcs/a b#1.md': CLEAN, 'README.md': '# x\n', ...more });

  it('are the rules, the templates and the documents, each with its text', async () => {
    const agent = await agentOn(place());
    const uris = await urisOf(agent);
    const bundled = ['adr', 'design', 'developer', 'nygard', 'retrospective', 'rfc'];
    assert.deepEqual(uris, [
      ...rules.map(({ id }) => `design-docs://rules/${id}`),
      'design-docs://templates/rfcs/gate-template.md',
      ...bundled.map((name) => `design-docs://templates/${name}`),
      'design-docs://documents/rfcs/a%20b%231.md',
    ]);
    assert.equal(await textAt(agent, 'design-docs://templates/rfcs/gate-template.md'), TEMPLATE);
    assert.equal(await textAt(agent, 'design-docs://documents/rfcs/a%20b%231.md'), CLEAN);
    for (const uri of uris) assert.match(await textAt(agent, uri), /^#|^\*\*|^<|^---/m, uri);
    const rule = rules[0] ?? assert.fail();
    const page = await textAt(agent, `design-docs://rules/${rule.id}`);
    assert.ok(page.startsWith(`# ${rule.id}\n\n${rule.summary}`) && page.includes(rule.help));
  });

  it('have templates of their addresses, which lead to them', async () => {
    const agent = await agentOn(place());
    const { resourceTemplates } = await agent.client.listResourceTemplates();
    const starts = resourceTemplates.map(({ uriTemplate }) => uriTemplate.replace(/\{.*$/, ''));
    assert.deepEqual(
      [...new Set((await urisOf(agent)).map((uri) => /^.*?:\/\/[^/]*\//.exec(uri)?.[0]))],
      starts,
    );
  });

  it('come in pages', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`rfcs/${at + 100}.md`, CLEAN]));
    const agent = await agentOn(place(many));
    const first = await agent.client.listResources();
    assert.deepEqual([first.resources.length, first.nextCursor], [50, first.resources[49]?.uri]);
    const uris = await urisOf(agent);
    assert.equal(uris.length, new Set(uris).size);
    assert.equal(uris.filter((uri) => uri.includes('/documents/')).length, 61);
    await assert.rejects(agent.client.listResources({ cursor: 'x' }), /no longer valid/);
  });

  it('are nothing else', async () => {
    const folder = place();
    const outside = folderWith({ 'rfcs/2.md': CLEAN });
    fs.symlinkSync(path.join(outside, 'rfcs/2.md'), path.join(folder, 'rfcs/linked.md'));
    const { client } = await agentOn(folder);
    for (const name of [
      'documents/README.md',
      'documents/../x.md',
      'documents/rfcs/linked.md',
      `documents/${outside}/rfcs/2.md`,
      'documents/%',
      'documents/rfcs/none.md',
      'templates/rfcs/a%20b%231.md',
      'templates/../../etc/passwd',
      'rules/none',
      'rules/',
      '',
    ]) {
      const uri = `design-docs://${name}`;
      await assert.rejects(
        client.readResource({ uri }),
        /-32002: .*(?:no resource|lies outside|no document)/,
        uri,
      );
    }
    await assert.rejects(client.readResource({ uri: 'file:///etc/passwd' }), /There is no resource/);
  });

  it('of several roots have absolute paths', async () => {
    const [one, other] = [place(), place()];
    const agent = await agentWithRoots([one, other], one);
    const uris = (await urisOf(agent)).filter((uri) => !uri.includes('/rules/'));
    assert.equal(uris.filter((uri) => uri === 'design-docs://templates/design').length, 1);
    for (const root of [one, other]) {
      assert.equal(await textAt(agent, `design-docs://templates/${root}/rfcs/gate-template.md`), TEMPLATE);
      assert.ok(uris.includes(`design-docs://documents/${root}/rfcs/a%20b%231.md`));
      assert.equal(await textAt(agent, `design-docs://documents/${root}/rfcs/a%20b%231.md`), CLEAN);
    }
  });
});

describe('the prompt of the MCP server', () => {
  it('is the loop of a plan, and names only tools that there are', async () => {
    const { client } = await agentOn(folderWith({}), '--write');
    const [prompt = assert.fail()] = (await client.listPrompts()).prompts;
    const textOf = async (given: Record<string, string>): Promise<string> => {
      const { messages } = await client.getPrompt({ name: prompt.name, arguments: given });
      const [message] = messages;
      return message?.content.type === 'text' ? message.content.text : '';
    };
    const text = await textOf({ path: 'rfcs/1.md' });
    assert.match(text, /Call next_step with \{"path":"rfcs\/1\.md"\}/);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    const named = [...new Set(text.match(/\b(?:[a-z]+_){1,2}[a-z]+\b/g))];
    assert.deepEqual(
      named.filter((name) => !names.includes(name)),
      [],
    );
    assert.ok(['next_step', 'start_milestone', 'complete_step'].every((name) => named.includes(name)));
    assert.match(await textOf({}), /Call next_step with \{\}/);
    const odd = await textOf({ path: `a"\n\u202e${'x'.repeat(5000)}` });
    assert.ok(odd.length < text.length + 1100 && odd.includes('{"path":"a\\"'));
    await assert.rejects(client.getPrompt({ name: 'other' }), /There is no prompt "other"/);
  });

  it('is not there if nothing can be written', async () => {
    const { client } = await agentOn(folderWith({}));
    assert.equal(client.getServerCapabilities()?.prompts, undefined);
  });
});
