/** Weighs what is remembered of documents, in a process of its own: `node --expose-gc kept.js` prints bytes. */

import { analyze } from '../../src/core/analysis';
import type { Catalog } from '../../src/core/catalog';
import { packer, unpack } from '../../src/core/catalog';
import { summaryOf } from '../../src/core/json/summary';
import { environmentOf } from './candidates';
import { makeDocument } from './documents';

const DOCUMENTS = 300;

/** Reads all documents, and keeps their catalog; nothing else of them is left. */
function remembered(): { catalog: Catalog | undefined; texts: number } {
  const environment = environmentOf();
  const packed = packer();
  let texts = 0;
  for (let number = 0; number < DOCUMENTS; number++) {
    const text = makeDocument({ characters: 20_000 }, number);
    texts += Buffer.byteLength(text);
    packed.add({
      path: `docs/design_docs/${number}-made.md`,
      stamp: [text.length, Math.PI * number, number, number],
      content: 'x'.repeat(40) + number,
      setting: 'the same for all',
      asked: [],
      summary: summaryOf(analyze(text, environment)),
    });
  }
  return { catalog: unpack(packed.packed()), texts };
}

function weight(): number {
  for (let turn = 0; turn < 5; turn++) global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

// Once for what the program itself makes when it is first run.
remembered();
const before = weight();
const { catalog, texts } = remembered();
const summaries = weight() - before;
if (!catalog?.find('docs/design_docs/0-made.md')) throw new Error('Nothing is remembered.');
console.log(JSON.stringify({ summaries, texts }));
