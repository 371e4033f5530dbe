/** Whether a new document has a place for its author. */

import type { Template } from '../template/template';
import { scaffold } from './scaffold';

/** True if a document made from the template differs by its author. */
export function asksAuthor(template: Template): boolean {
  const values = { title: 'X', today: '2000-01-01', fileName: '0001-x.md', number: '0001' };
  return scaffold(template, values).text !== scaffold(template, { ...values, author: 'Y' }).text;
}
