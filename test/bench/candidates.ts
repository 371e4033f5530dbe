/** What is measured on one text: ways to read it, from the bare scan to the peers. */

import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import type { Environment } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { parseDocument } from '../../src/core/document/document';
import { readTemplate } from '../../src/core/template/template';
import { readTemplates } from '../../src/core/template/templateSet';
import { readRepo, root } from '../fixture';
import { editCandidates } from './edits';

/** Reads a text; what comes back keeps the work from being optimised away. */
export type Candidate = (text: string) => unknown;

/** By name, made when asked for, so that a process loads only what it measures. */
export const candidates: Readonly<Record<string, () => Candidate | Promise<Candidate>>> = {
  scan: () => (text) => {
    let breaks = 0;
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 10) breaks++;
    return breaks;
  },
  block: () => {
    const markdown = new MarkdownIt({ html: true });
    return (text) => {
      const tokens: MarkdownIt.Token[] = [];
      markdown.block.parse(text, markdown, {}, tokens);
      return tokens.length;
    };
  },
  parse: () => (text) => parseDocument(text).blocks.length,
  'read as a template': () => (text) => readTemplate(text, 'bench.md').specs.length,
  check: () => {
    const environment = environmentOf();
    return (text) => analyze(text, environment).findings.length;
  },
  markdownlint: async () => {
    const { lint } = await peer<{ lint(options: object): object }>('markdownlint/sync');
    return (text) => lint({ strings: { text }, config: { default: true } });
  },
  'remark-lint': async () => {
    const { remark } = await peer<{ remark(): Processor }>('remark');
    const gfm = await peer<{ default: unknown }>('remark-gfm');
    const preset = await peer<{ default: unknown }>('remark-preset-lint-recommended');
    const processor = remark().use(gfm.default).use(preset.default);
    return (text) => processor.processSync(text);
  },
  ...editCandidates(environmentOf),
};

interface Processor {
  use(plugin: unknown): Processor;
  processSync(text: string): unknown;
}

function environmentOf(): Environment {
  const files = ['adr', 'design', 'developer', 'nygard', 'retrospective', 'rfc'].map((name) => {
    const file = `media/templates/${name}.md`;
    return { path: file, text: readRepo(file), bundled: true };
  });
  return {
    templates: readTemplates(files).map(({ template }) => template),
    today: '2026-11-22',
    files: {
      exists: () => true,
      beside: () => [],
      anchors: () => undefined,
      metadata: () => undefined,
      isSelf: () => false,
    },
  };
}

/** A module that is installed for the benchmark alone; the compiler does not know it. */
async function peer<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(peerPath(name)).href)) as T;
}

/** Where such a module lies. Throws if it is not installed. */
export function peerPath(name: string): string {
  return createRequire(path.join(root, 'test', 'bench', 'package.json')).resolve(name);
}
