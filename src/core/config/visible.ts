/** Decides from paths alone which files and folders of a workspace are searched. Paths use `/`. */

import { planFormatOf, planFormats } from '../plan/format';

const isHidden = (name: string): boolean => name.startsWith('.');
/** Hidden folders in which other tools keep their plans. */
const WITH_PLANS = new Set(planFormats.flatMap(({ files }) => files.split('/').filter(isHidden)));

/** True for a relative path without hidden parts and without `node_modules`. */
export function isVisible(path: string): boolean {
  return path.split('/').every((part) => !isHidden(part) && part !== 'node_modules');
}

/** True for a folder in which files are searched, by its name: it is visible, or may have plans of other tools. */
export function isSearched(name: string): boolean {
  return isVisible(name) || WITH_PLANS.has(name);
}

/** True for a file that may be a document: it is visible, or a plan of another tool. */
export function isListed(path: string): boolean {
  return isVisible(path) || (planFormatOf(path) !== undefined && path.split('/').every(isSearched));
}
