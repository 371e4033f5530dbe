/** What a project's configuration, `.design-docs.json` at the repository's root, can say: the same for every face. */

import type { Severity } from '../edits/problem';
import type { StatusWords } from '../template/stage';
import type { ScopeConfig } from './scope';

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
