/** The project's configuration: `.design-docs.json` at the root of the repository. All faces share it. */

import type { Severity } from '../edits/problem';
import { severities } from '../edits/problem';
import type { StatusWords } from '../status/stage';
import type { ScopeConfig } from './scope';

/** The level of a rule's findings; `off` disables the rule. */
export type Level = Severity | 'off';

/** A parsed configuration. */
export interface Config extends ScopeConfig {
  /** The author of new documents. */
  readonly author?: string;
  /** The team's own status words, by stage. */
  readonly statuses: StatusWords;
  /** Levels that override those of the rules, by rule id. */
  readonly rules: Readonly<Record<string, Level>>;
  /** The index of the documents, relative to the root of the workspace; by default, a file in their folder. */
  readonly index?: string;
  /** The file of the baseline, relative to the root of the workspace. */
  readonly baseline?: string;
}

/** The name of the configuration file. */
export const CONFIG_FILE = '.design-docs.json';
/** The configuration of a project without a file. */
export const NO_CONFIG: Config = { include: [], exclude: [], templates: [], statuses: {}, rules: {} };
/** All levels, the lowest first. */
export const LEVELS: readonly Level[] = ['off', ...severities];
