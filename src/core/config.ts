/** What a project's configuration, `.design-docs.json` at the repository's root, can say: the same for every face. */

import type { Severity } from './problem';
import { rules } from './rules/index';
import type { ScopeConfig } from './scope';
import type { StatusWords } from './stage';

export type Level = Severity | 'off';

export interface Config extends ScopeConfig {
  readonly author?: string;
  /** The team's own status words, by stage. */
  readonly statuses: StatusWords;
  /** Levels of rules that are not the rule's own. */
  readonly rules: Readonly<Record<string, Level>>;
}

export const CONFIG_FILE = '.design-docs.json';
export const NO_CONFIG: Config = { include: [], exclude: [], templates: [], statuses: {}, rules: {} };
export const LEVELS: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

/** Reads levels that a setting gives; what is no rule or no level is left out, for settings are not the project's. */
export function readLevels(value: unknown): Record<string, Level> {
  if (typeof value !== 'object' || value === null) return {};
  const known = Object.entries(value).filter(
    ([id, level]) => rules.some((rule) => rule.id === id) && LEVELS.some((one) => one === level),
  );
  return Object.fromEntries(known);
}
