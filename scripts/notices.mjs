/** The licences of everything that lies in the bundles: a text that is shipped beside them. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const NOTICES = 'THIRD-PARTY-NOTICES.txt';
const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i;
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const RULE = '='.repeat(80);

/** Writes the notices of builds into a folder. Throws if a package in them comes without its licence. */
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

/** The name of a package with its version, and its notice. */
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
