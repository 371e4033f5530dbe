/** The status values of a template: those that it lists, in their order, and the one that it starts with. */

import { memoize } from '../query/memoize';
import { isStatusSection } from '../template/keptText';
import type { SectionSpec, Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import { allowedValues } from '../template/templateFields';
import type { Stage } from './statusWords';
import { opensWithValue, stageOfWords } from './statusWords';

const REMARK = /<!--((?:(?!-->)[\s\S]){0,500})-->|[ \t]#[ \t](.*)$/;
const MAX_WORDS = 4;
/** Stages of values that do not continue the ones before them, wherever a list has them. */
const OFF_COURSE: readonly (Stage | undefined)[] = ['draft', 'dead', 'reference', 'retrospective'];

/** The values that a template lists for the status, in its order; empty if it lists none. */
export const statusValues = memoize((template: Template): readonly string[] => {
  if (template.statuses.length > 0) return template.statuses;
  const field = statusSpec(template);
  if (field && field.values.length > 0) return field.values;
  const remark = field && REMARK.exec(field.lines.join('\n'));
  const remarked = remark ? choices(remark[1] ?? remark[2] ?? '') : [];
  return remarked.length > 0 ? remarked : sectionValues(statusSection(template));
});

/** The status with which the documents of a template start; undefined if the template has none. */
export function firstStatus(template: Template): string | undefined {
  if (statusValues(template).length > 0) return statusValues(template)[0];
  const line = statusSection(template)?.body.find((text) => /^[\p{L}*_]/u.test(text));
  return statusSpec(template)?.value ?? line;
}

/**
 * The stage of a status by the values that a template lists: the first is a draft, the last that is no dead end is
 * finished, what is between them is in progress. `known` is the stage by the words alone, which yields only where it
 * says that a document is decided or in progress: there the place tells whether that is the end.
 */
export function stageByPlace(
  status: string,
  template: Template,
  known: Stage | undefined,
): Stage | undefined {
  const values = statusValues(template);
  const at = values.findIndex((value) => opensWithValue(status, value));
  if (at < 0 || (known !== undefined && known !== 'progress')) return undefined;
  if (known === undefined && at === 0) return 'draft';
  const isEnd = values.slice(at + 1).every((value) => OFF_COURSE.includes(stageOfWords(value)));
  return isEnd ? 'finished' : (known ?? 'progress');
}

function statusSpec({ fields }: Template): FieldSpec | undefined {
  return fields.find(({ role }) => role === 'status');
}

function statusSection({ specs }: Template): SectionSpec | undefined {
  return specs.find(({ name }) => isStatusSection(name));
}

/** The values in a section "Status" of a template: in one line, in a comment, or as a list. */
function sectionValues(spec: SectionSpec | undefined): readonly string[] {
  if (!spec) return [];
  const text = spec.body.join('\n');
  const [first = ''] = spec.body;
  const items = spec.body.flatMap(
    (line) => /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(.*\S)/.exec(line)?.[1] ?? [],
  );
  const known = items.filter((item) => stageOfWords(item) !== undefined);
  const inLine = allowedValues(first);
  if (inLine.length > 0) return inLine;
  return known.length > 1 && known.length * 2 > items.length ? items : choices(REMARK.exec(text)?.[1] ?? '');
}

/** The values in a remark such as "one of: draft, accepted or rejected"; empty if most of them are no known words. */
function choices(remark: string): string[] {
  const listed = remark.trim().replace(/^[^:|]{0,60}:[ \t]*/, '');
  const words = listed
    .split(/\\?\||,|;|[ \t]\/[ \t]|[ \t]or[ \t]/)
    .map((word) => word.replace(/^[ \t]*or[ \t]+|["'`.]/g, '').trim())
    .filter((word) => word !== '');
  const known = words.filter((word) => stageOfWords(word) !== undefined);
  const short = words.every((word) => word.split(/\s+/).length <= MAX_WORDS);
  return short && known.length > 1 && known.length * 2 > words.length ? words : [];
}
