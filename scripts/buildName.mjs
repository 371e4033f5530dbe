/** The name of a build, which stands in the code that it is made of: what another build has kept counts for nothing. */

import { createHash } from 'node:crypto';

/** Stands for the name until all of the code is there. */
const NAME = '@build@';

/** What src/core/build.ts is made with. */
export const define = { BUILD: JSON.stringify(NAME) };

/** The same files, texts by their paths, with the name that these texts give. */
export function withBuildName(files) {
  const name = createHash('sha256')
    .update([...files.values()].join())
    .digest('hex')
    .slice(0, 32);
  return new Map([...files].map(([file, code]) => [file, code.replaceAll(NAME, name)]));
}
