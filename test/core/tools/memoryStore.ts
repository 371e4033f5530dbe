/** A document store in memory, and a small document. */

import { analyze } from '../../../src/core/analysis/analyze';
import { listedJson } from '../../../src/core/json/documents';
import { summaryOf } from '../../../src/core/json/summary';
import type { FileState } from '../../../src/core/plan/fileState';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import type { Template } from '../../../src/core/template/template';
import { readTemplate } from '../../../src/core/template/template';
import { UserError } from '../../../src/core/text/userError';
import type { DocumentStore, Opened } from '../../../src/core/tools/documentStore';
import { versionOf } from '../../../src/core/tools/documentStore';
import { tools } from '../../../src/core/tools/index';
import { assertFollowsSchema } from './outputSchemas';

const TEMPLATE = readTemplate(
  `# Design: <Name>

**Status:** Draft

## Summary (Required)

Text.

## Plan (Required)

- [ ] Milestone 1: Boil
- [ ] Milestone 2: Pour
`,
  'tea-template.md',
);

/** A draft with two milestones. */
export const DOCUMENT = `# Design: Kettle

**Status:** Draft

## Summary

It boils.

## Plan

- [ ] Milestone 1: Boil
  - [ ] Fill it, \`verify: npm test\`
  - [ ] Taste it (human)
  - [ ] Clean it
- [ ] Milestone 2: Pour
`;

/** The folder of the documents. */
export const ROOT = { root: '/work', branch: 'main' };

/** A document store whose files tests can read and change. */
export interface MemoryStore extends DocumentStore {
  readonly files: Map<string, string>;
}

/** The only commit that the store knows, and the digest of its files. */
export const COMMIT = { id: '0a1b2c3d', files: '00ff' };

/** A store with the given files; `state` is the outcome of every comparison of files. */
export function storeOf(
  files: Readonly<Record<string, string>>,
  state: FileState = { kind: 'same' },
  templates: readonly Template[] = [TEMPLATE],
): MemoryStore {
  const held = new Map(Object.entries(files));
  const open = (path: string): Opened => {
    const text = held.get(path);
    if (text === undefined) throw new UserError('no-such-document', `There is no document "${path}".`);
    const analysis = analyze(text, { templates, today: '2026-11-22' });
    return { path, ...ROOT, templatePath: null, text, analysis };
  };
  return {
    files: held,
    roots: async () => [ROOT],
    async *documents() {
      for (const path of held.keys()) yield open(path);
    },
    async *listed() {
      for (const path of held.keys()) yield listedJson(path, summaryOf(open(path).analysis));
    },
    open: async (path) => open(path),
    replace: async ({ path, text }, after) => {
      if (held.get(path) !== text) throw new UserError('file-changed', `${path} has changed.`);
      held.set(path, after);
      return open(path);
    },
    create: async ({ title }) => {
      held.set('new.md', scaffold(TEMPLATE, { title, today: '2026-11-22' }).text);
      return open('new.md');
    },
    stateOf: async (commit) =>
      COMMIT.id.startsWith(commit) ? { kind: 'known', ...COMMIT } : { kind: 'unknown' },
    compare: async (_, list) => list.map(() => state),
  };
}

/** The answer of a tool, which follows the tool's schema. */
export async function call<T>(store: DocumentStore, name: string, input: object = {}): Promise<T> {
  const tool = tools.find((candidate) => candidate.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  const answer = await tool.run(store, input);
  assertFollowsSchema(name, answer);
  return answer as T;
}

/** What a tool takes to change a document: its path and its current version. */
export async function now(store: DocumentStore, path: string): Promise<{ path: string; version: string }> {
  return { path, version: versionOf(await store.open(path)) };
}

/** What a result says about the document that it is about. */
export async function aboutNow(store: DocumentStore, path: string): Promise<object> {
  return { ...(await now(store, path)), ...ROOT };
}
