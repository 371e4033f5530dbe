/** `fix`: applies the fixes that are proved, and reports the findings that are left. */

import { analyze } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import type { FixOptions } from '../../core/fix/fixText';
import { fixText } from '../../core/fix/fixText';
import { rules } from '../../core/rules/index';
import { UserError } from '../../core/text/userError';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { analyzeFiles } from '../../node/check/analyzeFiles';
import { count, nearest } from '../../node/program/messages';
import type { Option } from '../arguments';
import type { Command } from '../command';
import { noteNothing } from '../nothing';
import type { FixedFile } from '../writeFixes';
import { printFixes, writeFixes } from '../writeFixes';
import { authorOption, configOption, dateOption, paths, requestOf, templateOption } from './options';

const ruleOption: Option = {
  name: 'rule',
  value: 'ID',
  many: true,
  help: 'Fix only this rule; may be repeated. Default: all rules.',
};

const scaffoldOption: Option = {
  name: 'scaffold',
  help: "Also insert the template's sections, header fields and guidance that are missing.",
};

const dryRunOption: Option = { name: 'dry-run', help: 'Print the changes as a diff and write nothing.' };

export const fix: Command = {
  name: 'fix',
  summary: 'Applies safe fixes, which add no text and remove none of yours.',
  operands: paths,
  options: [ruleOption, scaffoldOption, dryRunOption, templateOption, configOption, authorOption, dateOption],
  async run(session): Promise<0 | 1> {
    const { options, operands } = session.given;
    const wanted: FixOptions = {
      rules: checkedRules(options.get('rule')),
      applicability: options.has('scaffold') ? ['safe', 'scaffold'] : ['safe'],
    };
    const dry = options.has('dry-run');
    const all: FixedFile[] = [];
    // Nothing is written before all files are fixed, so that each is checked against headings as they are.
    for await (const document of analyzeFiles({ ...requestOf(session), baseline: false }, operands)) {
      all.push(fixDocument(document, wanted));
    }
    if (all.length === 0) {
      await noteNothing(requestOf(session), operands);
      return 0;
    }
    const { fixed, left, linked } = (dry ? printFixes : writeFixes)(session, all);
    const done = `${count(fixed, 'fix', 'fixes')} ${dry ? 'to apply' : 'applied'}`;
    session.note(`${done} in ${count(all.length, 'document')}, ${count(left, 'finding')} left.`);
    if (linked > 0) {
      session.note(`Links to renamed headings ${dry ? 'to update' : 'updated'} in ${count(linked, 'file')}.`);
    }
    return left + (dry ? fixed : 0) > 0 ? 1 : 0;
  },
};

function fixDocument(
  { file, path, text, environment, analysis }: AnalyzedFile,
  options: FixOptions,
): FixedFile {
  const { rules: only } = options;
  const isWanted = ({ rule }: Finding): boolean => only === undefined || only.includes(rule);
  if (!analysis.findings.some(isWanted)) return { path, count: 0, refused: [], left: 0 };
  const { text: after, count: fixed, refused } = fixText(text, environment, options);
  const findings = after === text ? analysis.findings : analyze(after, environment).findings;
  const left = findings.filter(isWanted).length;
  const change = after === text ? undefined : { file, before: text, after };
  return { path, change, count: fixed, refused, left };
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
