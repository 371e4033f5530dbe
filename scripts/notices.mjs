/** The licences of everything that lies in the bundles, as esbuild tells it: a text that is shipped beside them. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const NOTICES = 'THIRD-PARTY-NOTICES.txt';
const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i;
const IN_PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//;
const RULE = '='.repeat(80);

/** Notes the packages that builds take something from: `plugin` goes into each build, `write` comes after them. */
export function noticesOf(root) {
  const folders = new Map();
  const plugin = {
    name: 'notices',
    setup({ initialOptions, onEnd }) {
      initialOptions.metafile = true;
      onEnd(({ metafile }) => {
        for (const { inputs } of Object.values(metafile?.outputs ?? {})) {
          for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
            const [, folder, name] = (bytesInOutput > 0 && IN_PACKAGE.exec(file)) || [];
            if (folder !== undefined) folders.set(`${name} ${folder}`, path.resolve(root, folder));
          }
        }
      });
    },
  };
  const write = (out) => {
    const notices = new Map([...folders.values()].map(noticeOf));
    const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
    const head = 'Design Docs contains code of these packages, under these licences.\n';
    writeFileSync(path.join(out, NOTICES), [head, ...sorted].join(`\n${RULE}\n\n`));
  };
  return { plugin, write };
}

/** The name of a package with its version, and what is to be said of it. Throws if it comes without its licence. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0 || typeof license !== 'string') {
    throw new Error(`${name} ${version} is in a bundle and names no licence, or has no text of it.`);
  }
  const title = `${name} ${version}`;
  return [title, [`${title} (${license})`, ...texts].join('\n\n').concat('\n')];
}
