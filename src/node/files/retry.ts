/** Windows refuses to rename a file while another program, such as a virus scanner, has it open for a moment. */

import { codeOf } from './fileErrors';

const PASSING = ['EPERM', 'EACCES', 'EBUSY'];
/** In milliseconds, before each new attempt: two thirds of a second at most. */
const PAUSES = [10, 20, 40, 80, 160, 320];

/** Does the work, and on Windows again and again for a moment where it fails for a reason that may pass. */
export function retried(work: () => void, platform: NodeJS.Platform = process.platform): void {
  for (const pause of platform === 'win32' ? PAUSES : []) {
    try {
      work();
      return;
    } catch (error) {
      if (!PASSING.includes(codeOf(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  work();
}
