/** The project's baseline: the file that the configuration or the caller names. */

import * as path from 'node:path';
import type { Baseline } from '../../core/baseline/baseline';
import type { Config } from '../../core/config/config';
import { readBaseline } from '../../core/config/readBaseline';
import { UserError } from '../../core/text/userError';
import { relativeToCwd } from '../files/fileErrors';
import { kindOf } from '../files/files';
import { readText } from '../files/readFile';
import type { Request } from './request';

/** The file of the baseline; undefined if there is none for the request. */
export function baselineFile(
  root: string,
  { baseline }: Config,
  { cwd, baseline: named }: Pick<Request, 'cwd' | 'baseline'>,
): string | undefined {
  if (named === false) return undefined;
  if (named !== undefined) return path.resolve(cwd, named);
  return baseline === undefined ? undefined : path.join(root, baseline);
}

/** Reads a baseline; without a file, it is empty. Throws a `UserError` if the file is missing or invalid. */
export function openBaseline(file: string | undefined): Baseline {
  if (file === undefined) return new Map();
  const shown = relativeToCwd(file);
  if (kindOf(file) === 'file') return readBaseline(readText(file), shown);
  throw new UserError(
    'no-such-baseline',
    `There is no baseline ${shown}. Write it with: design-docs check --baseline ${shown} --update-baseline`,
  );
}
