/** The pages of the rules. */

import { homepage } from '../../../package.json';

/** The address of the section of a rule in docs/rules.md. */
export function rulePage(id: string): string {
  return `${homepage.replace(/#.*$/, '')}/blob/main/docs/rules.md#${id}`;
}
