/** Explains why no document of a repository is checked. */

import { CONFIG_FILE } from '../config/config';
import { isExpected, saysTemplate } from '../config/scope';
import type { Message, Text } from '../text/message';
import { say } from '../text/message';
import { configNaming } from './groups';

/** The maximum number of paths that an explanation names. */
const MAX_NAMED = 3;

/**
 * Lines that say what was searched, what was found beside it, and what would change the result. `files` are the Markdown
 * files that were searched, `templates` the templates that were found, `names` those of the bundled templates.
 */
export function explainNothing(
  files: readonly string[],
  templates: readonly string[],
  names: readonly string[],
): Message[] {
  if (files.length === 0) {
    return [
      templates.length > 0
        ? say`Nothing was checked: there is no document beside ${listed(templates)}. design-docs new writes a design doc.`
        : say`Nothing was checked: there is no Markdown file here. design-docs new writes a design doc.`,
    ];
  }
  const lines = [
    files.length === 1
      ? say`Nothing was checked: the only Markdown file follows no template.`
      : say`Nothing was checked: none of ${files.length} Markdown files follows a template.`,
  ];
  if (templates.length > 0) {
    lines.push(
      say`Found ${listed(templates)}. A document follows a template if it has most of its headings, and three at least.`,
    );
    return lines;
  }
  lines.push(say`The workspace has no template of its own; the bundled ones are ${names.join(', ')}.`);
  const others = files.filter((file) => saysTemplate(file) === 'certain');
  const expected = files.filter((file) => isExpected(file));
  if (others.length > 0) lines.push(say`Named as a template, but without documents: ${listed(others)}.`);
  else if (expected.length > 0) lines.push(say`In a folder for design docs: ${listed(expected)}.`);
  const example = others[0] ?? 'docs/rfcs/template.md';
  lines.push(
    say`To name the template of your documents, write ${CONFIG_FILE}: ${oneLine(configNaming([example]))}`,
  );
  return lines;
}

function listed(paths: readonly string[]): Text {
  const more = paths.length - MAX_NAMED;
  const named = paths.slice(0, MAX_NAMED).join(', ');
  return more > 0 ? say`${named} and ${more} more` : named;
}

function oneLine(json: string): string {
  return JSON.stringify(JSON.parse(json));
}
