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
import { isOwnFile } from './workspace';

/** The file of the baseline; undefined if there is none for the request. Throws a `UserError` if it leads elsewhere. */
export function baselineFile(
  root: string,
  { baseline }: Config,
  { cwd, baseline: named }: Pick<Request, 'cwd' | 'baseline'>,
): string | undefined {
  if (named === false) return undefined;
  if (named !== undefined) return path.resolve(cwd, named);
  if (baseline === undefined) return undefined;
  const file = path.join(root, baseline);
  // A repository must not make the program read or write what lies elsewhere. A caller may name any file.
  if (kindOf(file) !== 'file' || isOwnFile(root, baseline)) return file;
  const why = `The baseline ${relativeToCwd(file)} is a symbolic link that leads out of the workspace. Replace it with the file itself.`;
  throw new UserError('baseline-outside', why);
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
