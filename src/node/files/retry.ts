/** Retries file operations: Windows cannot rename a file while another program has it open, such as a virus scanner. */

import { codeOf } from './fileErrors';

const TRANSIENT = ['EPERM', 'EACCES', 'EBUSY'];
/** The pauses before each retry, in milliseconds: 630 in total. */
const PAUSES = [10, 20, 40, 80, 160, 320];

/** Calls `work`. On Windows, retries transient errors with pauses that block the thread. Throws the last error. */
export function retried(work: () => void, platform: NodeJS.Platform = process.platform): void {
  for (const pause of platform === 'win32' ? PAUSES : []) {
    try {
      work();
      return;
    } catch (error) {
      if (!TRANSIENT.includes(codeOf(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  work();
}
