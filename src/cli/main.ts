/** What users start. Newer versions of Node keep what they have compiled, if they are told to before they load it. */

import * as module from 'node:module';

const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };

enableCompileCache?.();
const { start }: typeof import('./program') = require('./program.js');
start();
