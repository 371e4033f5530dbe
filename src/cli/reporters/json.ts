/** JSON for programs. */

import type { MakeReporter } from './reporter';

/** Prints the report one document at a time, to keep no more than one document in memory. */
export const jsonReporter: MakeReporter = ({ print }) => {
  // The last document is held back, because a comma after it depends on whether another one follows.
  let held = '{\n  "version": 1,\n  "documents": [';
  let comma = '';
  return {
    add: (document) => {
      print(held + comma);
      held = `    ${JSON.stringify(document, null, 2).replaceAll('\n', '\n    ')}`;
      comma = ',';
    },
    end: () => print(comma === '' ? `${held}]\n}` : `${held}\n  ]\n}`),
  };
};
