/** Every command, in the order in which help lists them. The only list of them. */

import type { Command } from '../command';
import { check } from './check';
import { fix } from './fix';
import { create } from './new';
import { plan } from './plan';
import { template } from './template';

export const commands: readonly Command[] = [check, fix, create, plan, template];
