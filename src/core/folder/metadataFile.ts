/** The file that describes a document which is the README of its folder. */

import vocabulary from '../vocabulary/vocabulary.json';

/** The only YAML file in a folder, or of several the one with a usual name; undefined if there is none. */
export function metadataFile(names: readonly string[]): string | undefined {
  const files = names.filter((name) => /^[^.].*\.ya?ml$/i.test(name));
  const isUsual = (name: string): boolean =>
    vocabulary.metadataFiles.includes(name.replace(/\.\w+$/, '').toLowerCase());
  return files.length === 1 ? files[0] : files.find(isUsual);
}
