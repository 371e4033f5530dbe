/** docs/rules.md: every rule with its help and an example, made from the rules and their fixtures. */

import { rules } from '../../src/core/rules/index';
import type { Rule } from '../../src/core/rules/rule';
import type { Case } from '../fixture';
import { readCases } from '../fixture';

export const RULES_PAGE = 'docs/rules.md';

export function rulesPage(): string {
  const table = rules.map(
    ({ id, severity, summary }) => `| [\`${id}\`](#${id}) | ${severity} | ${escaped(summary)} |`,
  );
  return [
    '<!-- Written by `npm run docs` from the rules and the first case of each fixture in test/rules. -->',
    '# Rules',
    [
      'A finding names its rule. A rule is muted for a document with `<!-- design-docs: disable rule-id -->` at its top,',
      'for one place with the same comment on the line above, and for a project in `.design-docs.json`, which can also',
      'give it another level.',
    ].join('\n'),
    ['| rule | severity | what it finds |', '| --- | --- | --- |', ...table].join('\n'),
    ...rules.map(section),
  ]
    .join('\n\n')
    .concat('\n');
}

/** A bar would end the table's cell. */
function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}

function section(rule: Rule): string {
  const [first] = readCases(`test/rules/${rule.id}.md`);
  return [
    `## ${rule.id}`,
    `${rule.summary} Severity: ${rule.severity}. Speaks where a document is: ${rule.stages.join(', ')}.`,
    rule.help,
    ...(first ? example(first) : []),
  ].join('\n\n');
}

function example(one: Case): string[] {
  const parts = one.template ? ['With this template:', fenced(one.template)] : [];
  parts.push('This is found:', fenced(one.annotated));
  if (one.fixed !== one.document) parts.push('And fixed it reads:', fenced(one.fixed));
  const [choice] = one.choices;
  if (choice && one.fixed === one.document)
    parts.push(`The light bulb offers "${choice.title}":`, fenced(choice.text));
  return parts;
}

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text}${fence}`;
}
