/** `fix`: applies the fixes that are proved, and reports the findings that are left. */

import { analyze } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import type { FixOptions } from '../../core/fix/fixText';
import { fixText } from '../../core/fix/fixText';
import { rules } from '../../core/rules/index';
import { UserError } from '../../core/text/userError';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { analyzeFiles } from '../../node/check/analyzeFiles';
import { replaceText } from '../../node/files/writeFile';
import { count, nearest, printable } from '../../node/program/messages';
import type { Option } from '../arguments';
import type { Command, Session } from '../command';
import { unifiedDiff } from '../diff';
import { noteNothing } from '../nothing';
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
    let [documents, fixed, left] = [0, 0, 0];
    for await (const document of analyzeFiles({ ...requestOf(session), baseline: false }, operands)) {
      const result = fixFile(session, document, wanted, dry);
      documents++;
      fixed += result.count;
      left += result.left;
    }
    if (documents === 0) {
      await noteNothing(requestOf(session), operands);
      return 0;
    }
    const done = dry ? `${count(fixed, 'fix', 'fixes')} to apply` : `${count(fixed, 'fix', 'fixes')} applied`;
    session.note(`${done} in ${count(documents, 'document')}, ${count(left, 'finding')} left.`);
    return left + (dry ? fixed : 0) > 0 ? 1 : 0;
  },
};

interface Result {
  readonly text: string;
  readonly count: number;
  readonly refused: readonly Finding[];
  /** The number of findings of the wanted rules that remain. */
  readonly left: number;
}

/** Fixes a file, or prints the changes if `dry`, and reports the result. Counts no fix if it cannot be written. */
function fixFile(
  session: Session,
  document: AnalyzedFile,
  wanted: FixOptions,
  dry: boolean,
): Pick<Result, 'count' | 'left'> {
  const result = fixDocument(document, wanted);
  const isChanged = result.text !== document.text;
  if (isChanged && dry) session.print(unifiedDiff(document.path, document.text, result.text));
  if (isChanged && !dry && !written(session, document, result.text)) {
    return { count: 0, left: result.count + result.left };
  }
  const shown = printable(document.path);
  const line = `${shown}: ${result.count} ${dry ? 'fixable' : 'fixed'}, ${result.left} left`;
  // A dry run prints only the diff to standard output, so that it can be piped into a program.
  if (result.count + result.left > 0) (dry ? session.note : session.print)(line);
  for (const { rule, message, range } of result.refused) {
    session.note(`could not be fixed: ${shown}:${range.start.line + 1} ${rule} ${message}`);
  }
  return result;
}

function fixDocument({ text, environment, analysis }: AnalyzedFile, options: FixOptions): Result {
  const { rules: only } = options;
  const isWanted = ({ rule }: Finding): boolean => only === undefined || only.includes(rule);
  if (!analysis.findings.some(isWanted)) return { text, count: 0, refused: [], left: 0 };
  const fixed = fixText(text, environment, options);
  const findings = fixed.text === text ? analysis.findings : analyze(fixed.text, environment).findings;
  return { ...fixed, left: findings.filter(isWanted).length };
}

/** Writes a document. If that fails, it reports the error and returns false, so that the others are still fixed. */
function written({ fail }: Session, { file, text }: AnalyzedFile, fixed: string): boolean {
  try {
    replaceText(file, text, fixed);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fail(`not written: ${error.message}`);
    return false;
  }
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
