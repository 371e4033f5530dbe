/** Measures one candidate on one file in a process of its own: `node sample.js CANDIDATE FILE` prints milliseconds. */

import { readFileSync } from 'node:fs';
import { candidates } from './candidates';

const WARM_UP = 700;
const MEASURED = 900;
const MIN_COUNT = 3;
const MAX_COUNT = 3000;

async function sample(name: string, file: string): Promise<number[]> {
  const candidate = await candidates[name]?.();
  if (!candidate) throw new Error(`No candidate "${name}".`);
  const text = readFileSync(file, 'utf8');
  const once = (): number => {
    const start = process.hrtime.bigint();
    candidate(text);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  for (let spent = 0; spent < WARM_UP; ) spent += once();
  const times: number[] = [];
  for (let spent = 0; times.length < MAX_COUNT && (spent < MEASURED || times.length < MIN_COUNT); ) {
    const time = once();
    times.push(time);
    spent += time;
  }
  return times;
}

const [name = '', file = ''] = process.argv.slice(2);
sample(name, file).then((times) => console.log(JSON.stringify(times)));
