/** Levels of rules as settings give them. */

import { rules } from '../rules/index';
import type { Level } from './config';
import { LEVELS } from './config';

/** Reads levels that a setting gives; what is no rule or no level is left out, for settings are not the project's. */
export function readLevels(value: unknown): Record<string, Level> {
  if (typeof value !== 'object' || value === null) return {};
  const known = Object.entries(value).filter(
    ([id, level]) => rules.some((rule) => rule.id === id) && LEVELS.some((one) => one === level),
  );
  return Object.fromEntries(known);
}
