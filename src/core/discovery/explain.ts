/** Explains why no document of a repository is checked. */

import { CONFIG_FILE } from '../config/config';
import { isExpected, saysTemplate } from '../config/scope';
import { configNaming } from './groups';

/** The most paths that an explanation names. */
const MOST_NAMED = 3;

/**
 * Lines that say what was searched, what was found beside it, and what would change the result. `files` are the Markdown
 * files that were searched, `templates` the templates that were found, `names` those of the bundled templates.
 */
export function explainNothing(
  files: readonly string[],
  templates: readonly string[],
  names: readonly string[],
): string[] {
  if (files.length === 0) {
    const found =
      templates.length > 0
        ? `there is no document beside ${listed(templates)}`
        : 'there is no Markdown file here';
    return [`Nothing was checked: ${found}. design-docs new writes a design doc.`];
  }
  const searched =
    files.length === 1
      ? 'the only Markdown file follows no'
      : `none of ${files.length} Markdown files follows a`;
  const lines = [`Nothing was checked: ${searched} template.`];
  if (templates.length > 0) {
    lines.push(
      `Found ${listed(templates)}. A document follows a template if it has most of its headings, and three at least.`,
    );
    return lines;
  }
  lines.push(`The workspace has no template of its own; the bundled ones are ${names.join(', ')}.`);
  const others = files.filter((file) => saysTemplate(file) === 'certain');
  const expected = files.filter((file) => isExpected(file));
  if (others.length > 0) lines.push(`Named as a template, but without documents: ${listed(others)}.`);
  else if (expected.length > 0) lines.push(`In a folder for design docs: ${listed(expected)}.`);
  const example = others[0] ?? 'docs/rfcs/template.md';
  lines.push(
    `To name the template of your documents, write ${CONFIG_FILE}: ${oneLine(configNaming([example]))}`,
  );
  return lines;
}

function listed(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  const named = paths.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

function oneLine(json: string): string {
  return JSON.stringify(JSON.parse(json));
}
