/** Third-party notices: the licences of all packages in the bundles, shipped beside them. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The file name of the notices. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';
const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i;
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const RULE = '='.repeat(80);

/** Writes the notices of esbuild results into the folder `out`. Throws if a bundled package has no licence text. */
export function writeNotices(root, out, builds) {
  const folders = builds.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
        bytesInOutput > 0 ? (PACKAGE.exec(file) ?? []) : [],
      ),
    ),
  );
  const notices = new Map([...new Set(folders)].map((folder) => noticeOf(path.resolve(root, folder))));
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  const head = 'Design Docs contains code of these packages, under these licences.\n';
  writeFileSync(path.join(out, NOTICES), [head, ...sorted].join(`\n${RULE}\n\n`));
}

/** The name and version of the package in a folder, and its notice. */
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
