/** Preloaded into a measured process: writes its peak memory in kB into the file that `BENCH_MEMORY` names. */

import { writeFileSync } from 'node:fs';

const file = process.env.BENCH_MEMORY;
if (file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
