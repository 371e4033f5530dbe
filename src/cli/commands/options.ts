/** Options shared by several commands. */

import { buildName } from '../../core/cache/buildName';
import type { Request } from '../../node/workspace/request';
import type { Operands, Option } from '../arguments';
import { optionOf } from '../arguments';
import type { Session } from '../command';

export const formatOption: Option = {
  name: 'format',
  value: 'text|json',
  choices: ['text', 'json'],
  help: 'The output format. Default: text.',
};

export const templateOption: Option = {
  name: 'template',
  value: 'FILE|NAME',
  help: 'The only template to use. Default: the one that the document fits.',
};

export const configOption: Option = {
  name: 'config',
  value: 'FILE',
  help: 'The configuration to use. Default: .design-docs.json at the root of the workspace.',
};

export const versionOption: Option = {
  name: 'version',
  value: 'V',
  help: 'The version of the document that LINE is for, as "design-docs next" prints it. If the document has changed since, nothing is done.',
};

export const authorOption: Option = {
  name: 'author',
  value: 'NAME',
  help: "The author to fill in. Default: the configured one, else git's user.name.",
};

export const dateOption: Option = {
  name: 'date',
  value: 'YYYY-MM-DD',
  help: 'The date to fill in. Default: today.',
};

export const cacheOption: Option = {
  name: 'no-cache',
  help: 'Neither read nor write the cache.',
};

/** Any number of files and folders; none means the workspace. */
export const paths: Operands = { usage: '[PATH…]', min: 0, max: Number.POSITIVE_INFINITY };

/** Exactly one document. */
export const oneFile: Operands = { usage: 'FILE', min: 1, max: 1 };

/** The request of a command: its working directory and the values of the options above. */
export function requestOf({ cwd, given, note, fail, progress }: Session): Request {
  return {
    cwd,
    note,
    fail,
    progress,
    template: optionOf(given, 'template'),
    config: optionOf(given, 'config'),
    changed: optionOf(given, 'changed'),
    baseline: optionOf(given, 'baseline'),
    author: optionOf(given, 'author'),
    date: optionOf(given, 'date'),
    build: given.options.has('no-cache') ? undefined : buildName(),
  };
}
