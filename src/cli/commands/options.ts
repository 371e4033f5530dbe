/** Options that several commands take. */

import type { Operands, Option } from '../arguments';

export const formatOption: Option = {
  name: 'format',
  value: 'text|json',
  choices: ['text', 'json'],
  help: 'How to write the result. Without it: text.',
};

export const templateOption: Option = {
  name: 'template',
  value: 'FILE|NAME',
  help: 'The only template to go by. Without it: the one that the document fits.',
};

export const configOption: Option = {
  name: 'config',
  value: 'FILE',
  help: 'The configuration to go by. Without it: .design-docs.json at the root of the workspace.',
};

/** Files and folders; none stands for the workspace. */
export const paths: Operands = { usage: '[PATH…]', min: 0, max: Number.POSITIVE_INFINITY };
