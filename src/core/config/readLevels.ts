/** Parses the levels of rules in an editor setting. */

import { rules } from '../rules/index';
import type { Level } from './config';
import { LEVELS } from './config';

/**
 * The levels in a setting by rule id. Unknown rules and levels are no error, because settings belong to the user, not
 * to the project.
 */
export function readLevels(value: unknown): Record<string, Level> {
  if (typeof value !== 'object' || value === null) return {};
  const known = Object.entries(value).filter(
    ([id, level]) => rules.some((rule) => rule.id === id) && LEVELS.some((one) => one === level),
  );
  return Object.fromEntries(known);
}
