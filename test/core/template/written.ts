/** New documents in the form that tests compare. */

import type { NewDocument, Scaffold } from '../../../src/core/scaffold/scaffold';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import { readTemplate } from '../../../src/core/template/template';

const VALUES = { title: 'Kettle', today: '2026-11-22', author: 'Ada' };

/** The text of a new document from a template's text. */
export function written(template: string, values: Partial<NewDocument> = {}): string {
  return scaffold(readTemplate(template, 't.md'), { ...VALUES, ...values }).text;
}

/** The same text with its tab stops in guillemets. */
export function withStops(template: string, values: Partial<NewDocument> = {}): string {
  return marked(scaffold(readTemplate(template, 't.md'), { ...VALUES, ...values }));
}

function marked({ text, stops }: Scaffold): string {
  return [...stops]
    .reverse()
    .reduce(
      (all, { start, end }) => `${all.slice(0, start)}«${all.slice(start, end)}»${all.slice(end)}`,
      text,
    );
}
