/** Generates docs/rules.md: every rule with its help, and an example from its fixture. */

import { rules } from '../../src/core/rules/index';
import type { Rule } from '../../src/core/rules/rule';
import type { Case } from '../fixture';
import { readCases } from '../fixture';

/** The path of the rules page in the repository. */
export const RULES_PAGE = 'docs/rules.md';

/** The text of docs/rules.md. */
export function rulesPage(): string {
  const table = rules.map(
    ({ id, severity, summary }) => `| [\`${id}\`](#${id}) | ${severity} | ${escaped(String(summary))} |`,
  );
  return [
    '<!-- Written by `npm run docs` from the rules and the first case of each fixture in test/rules. -->',
    '# Rules',
    [
      'Each finding names its rule. To disable a rule for a document, put `<!-- design-docs: disable rule-id -->` at its',
      'top; for one line, put the same comment on the line above. `.design-docs.json` disables a rule for a project, or',
      'changes its level.',
    ].join('\n'),
    ['| rule | severity | what it finds |', '| --- | --- | --- |', ...table].join('\n'),
    ...rules.map(section),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Escapes bars, which would end a table cell. */
function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}

function section(rule: Rule): string {
  const [first] = readCases(`test/rules/${rule.id}.md`);
  return [
    `## ${rule.id}`,
    `${rule.summary} Severity: ${rule.severity}. Applies to documents in these stages: ${rule.stages.join(', ')}.`,
    rule.help,
    ...(first ? example(first) : []),
  ].join('\n\n');
}

function example(one: Case): string[] {
  const parts = one.template ? ['With this template:', fenced(one.template)] : [];
  parts.push('These are the findings:', fenced(one.annotated));
  if (one.fixed !== one.document) parts.push('After fixing:', fenced(one.fixed));
  const [choice] = one.choices;
  if (choice && one.fixed === one.document)
    parts.push(`The light bulb offers "${choice.title}":`, fenced(choice.text));
  return parts;
}

/** The text in a fence that is longer than any fence in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text}${fence}`;
}
