/** `fix`: applies the fixes of findings, and says what is left for people. */

import { analyze, fixText } from '../../core/analysis';
import type { Finding } from '../../core/check';
import { UserError } from '../../core/errors';
import { rules } from '../../core/rules/index';
import type { Examined } from '../../node/examine';
import { examine } from '../../node/examine';
import { count, nearest, printable } from '../../node/wording';
import { replaceText } from '../../node/writing';
import type { Option } from '../arguments';
import type { Command } from '../command';
import { unifiedDiff } from '../diff';
import { authorOption, configOption, dateOption, paths, requestOf, templateOption } from './options';

const ruleOption: Option = {
  name: 'rule',
  value: 'ID',
  many: true,
  help: 'Only this rule; may be given again. Without it: all rules.',
};

const dryRunOption: Option = { name: 'dry-run', help: 'Print the changes as a diff and write nothing.' };

export const fix: Command = {
  name: 'fix',
  summary: 'Applies the fixes of all findings that have one.',
  operands: paths,
  options: [ruleOption, dryRunOption, templateOption, configOption, authorOption, dateOption],
  async run(session): Promise<0 | 1> {
    const only = checkedRules(session.given.options.get('rule'));
    const dry = session.given.options.has('dry-run');
    let [documents, fixed, left] = [0, 0, 0];
    for await (const document of examine(requestOf(session), session.given.operands)) {
      const result = fixDocument(document, only);
      documents++;
      fixed += result.fixed;
      left += result.left;
      if (result.text !== document.text) {
        if (dry) session.print(unifiedDiff(document.path, document.text, result.text));
        else replaceText(document.file, document.text, result.text);
      }
      const line = `${printable(document.path)}: ${result.fixed} ${dry ? 'fixable' : 'fixed'}, ${result.left} left`;
      // In a dry run the diff alone is the result, so that it can be piped into a program.
      if (result.fixed + result.left > 0) (dry ? session.note : session.print)(line);
    }
    const done = dry ? `${count(fixed, 'fix', 'fixes')} to apply` : `${count(fixed, 'fix', 'fixes')} applied`;
    session.note(`${done} in ${count(documents, 'document')}, ${count(left, 'finding')} left.`);
    return left + (dry ? fixed : 0) > 0 ? 1 : 0;
  },
};

/** What fixing makes of a document; `left` counts the findings of the wanted rules that are still there. */
function fixDocument(
  { text, environment, analysis }: Examined,
  only: readonly string[] | undefined,
): { text: string; fixed: number; left: number } {
  const wanted = ({ rule }: Finding): boolean => only === undefined || only.includes(rule);
  if (!analysis.findings.some(wanted)) return { text, fixed: 0, left: 0 };
  const result = fixText(text, environment, only);
  const findings = result.text === text ? analysis.findings : analyze(result.text, environment).findings;
  return { text: result.text, fixed: result.count, left: findings.filter(wanted).length };
}

/** Throws a `UserError` if one of the rules does not exist. */
function checkedRules(ids: readonly string[] | undefined): readonly string[] | undefined {
  const known = rules.map(({ id }) => id);
  const unknown = ids?.find((id) => !known.includes(id));
  if (unknown === undefined) return ids;
  const meant = nearest(unknown, known);
  const instead = meant ? `Did you mean "${meant}"? ` : '';
  throw new UserError(
    'unknown-rule',
    `There is no rule "${unknown}". ${instead}The rules are: ${known.join(', ')}.`,
  );
}
