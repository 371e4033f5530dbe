import { lastName } from '../text/paths';
import { isIndexName } from './readIndex';

/** The name that stands for the document at a path: that of its file, or of its folder for `0042-tides/README.md`. */
export function ownName(path: string): string {
  const name = lastName(path);
  return isIndexName(name) ? lastName(path.slice(0, -name.length - 1)) : name;
}
