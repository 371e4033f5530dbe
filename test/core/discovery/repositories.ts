/** Repositories in memory. */

import type { ScopeConfig } from '../../../src/core/config/scope';
import { headLength, readHead } from '../../../src/core/discovery/head';
import type { Repository } from '../../../src/core/discovery/repository';

const NO_CONFIG: ScopeConfig = { include: [], exclude: [], templates: [] };

/** A repository with the given texts by path. Counts how often a file's head is read. */
export function repositoryOf(
  texts: Readonly<Record<string, string>>,
  config: Partial<ScopeConfig> = {},
): Repository {
  return {
    paths: Object.keys(texts).sort(),
    config: { ...NO_CONFIG, ...config },
    head: (path) => {
      const text = texts[path];
      return text === undefined ? undefined : readHead(text.slice(0, headLength), text.length <= headLength);
    },
    read: (path) => texts[path],
  };
}

/** A document with a title and a section with text for each heading. */
export function documentWith(title: string, headings: readonly string[]): string {
  return [`# ${title}\n`, ...headings.map((heading) => `## ${heading}\n\nText of ${heading}.\n`)].join('\n');
}
