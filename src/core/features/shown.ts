/** Decides which documents an editor shows findings, lenses and a plan for. */

import type { Analysis } from '../analysis/analyze';
import type { Config } from '../config/config';
import { isCandidate, isDesignDoc, isExpected } from '../config/scope';
import { planFormatOf } from '../plan/format';

/** True for a file that is a design doc, or a plan of another tool, whatever its text is. The path is below the root. */
export function isExpectedFile(path: string, config: Config): boolean {
  return isExpected(path, config) || (isCandidate(path, config) && planFormatOf(path) !== undefined);
}

/** True for an analyzed file that an editor shows: it is expected, or follows a template and is none itself. */
export function isShown({ bound, environment }: Analysis, path: string, config: Config): boolean {
  if (isExpectedFile(path, config)) return true;
  if (!bound || environment.templates.some((template) => template.path === path)) return false;
  return isDesignDoc(path, bound.template, config);
}
