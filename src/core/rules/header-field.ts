import type { Document } from '../document/document';
import type { Field } from '../document/fields/fields';
import { findField } from '../document/fields/fields';
import { openingFields } from '../document/fields/openingFields';
import { mayWrite, neighbourOf } from '../edits/fieldPlace';
import { fillField, insertField, insertHeader } from '../edits/header';
import { LazyFix } from '../edits/lazyFix';
import type { Fix, Problem } from '../edits/problem';
import { isYearFirst } from '../markdown/dateMasks';
import { isFiller } from '../markdown/filler';
import { findTokens, fold, isLeftover } from '../markdown/tokens';
import { unanswered } from '../outline/answeredFields';
import { dateForm, knownValue } from '../scaffold/fieldValue';
import { statusField } from '../status/stage';
import { expectedText } from '../template/provenance';
import { refusedPart } from '../template/refusedValue';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import { EXAMPLE } from '../template/templateFields';
import { opensWithDate, opensWithYearLast, rearrangedDate } from '../text/dates';
import { say } from '../text/message';
import { shorten } from '../text/shorten';
import type { TextEdit } from '../text/text';
import { lineStart } from '../text/text';
import type { Rule, RuleContext } from './rule';
import { CONTENT_STAGES } from './rule';

/** The maximum number of characters of a value in the title of a fix. */
const MAX_SHOWN = 60;

export const headerField: Rule = {
  id: 'header-field',
  summary: say`A header field is missing, malformed, or still a placeholder.`,
  help: `The fields before the template's first section belong before the document's first section too, in any of the
usual formats (\`**Key:** value\`, \`Key: value\`, a list item, a table row, front matter in YAML or TOML).
A byline of people and a date answers the fields for them, and fields that open the first section are a hint.
Additional fields are allowed, and "unknown (not recorded)" is a value, but filler such as TBD is none. All missing fields are one finding, and the fix
inserts them from the template.
Where the template says that a value is a person or an exact model identifier, a name such as "AI" or "Claude" is reported,
which tells neither; so are words that the template refuses.
The light bulb offers values: today for a date, the configured author, one of the template's values. The rule never
edits a header in an unknown format or invalid front matter.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check(context) {
    const { document, outline } = context;
    const absent: FieldSpec[] = [];
    for (const spec of outline.template.fields) {
      const field = findField(document.fields, [spec.name]);
      if (field) yield* wrongValue(field, spec, context);
      else if (spec.demanded) absent.push(spec);
    }
    if (absent.length > 0 && document.header !== 'unknown') yield* missingFields(context, absent);
  },
};

/** One finding for all missing fields: a header that was never written is one fact. */
function* missingFields(context: RuleContext, absent: readonly FieldSpec[]): Generator<Problem> {
  const { document, outline } = context;
  const expected = unanswered(document, outline.template, absent);
  const opening = openingFields(document);
  const late = expected.filter(({ name }) => findField(opening, [name]));
  if (late.length > 0) yield lateFields(document, late);
  const missing = expected.filter((spec) => !late.includes(spec));
  const [first, ...more] = missing;
  if (!first) return;
  // A document without a status and a known stage may be no design doc at all.
  const unsure = context.stage === 'unknown' && !statusField(document);
  const names = missing.map(({ name }) => `"${name}"`).join(', ');
  const title =
    more.length > 0
      ? say`Insert the header fields`
      : say`Insert "${first.name}: ${shorten(first.value, MAX_SHOWN)}"`;
  yield {
    range: document.title?.range ?? lineStart(0),
    ...(unsure && { severity: 'hint' as const }),
    message:
      more.length > 0
        ? say`Missing header fields ${names}: expected them before the first section.`
        : say`Missing header field ${names}: expected it before the first section.`,
    fixes: [new LazyFix(title, 'scaffold', () => insertions(context, missing))],
  };
}

/** One finding for fields that are there, but in the first section. */
function lateFields({ title, sections: [first] }: Document, late: readonly FieldSpec[]): Problem {
  const names = late.map(({ name }) => `"${name}"`).join(', ');
  const section = first?.heading.text ?? '';
  return {
    range: first?.heading.range ?? title?.range ?? lineStart(0),
    severity: 'hint',
    message:
      late.length > 1
        ? say`Header fields ${names} stand in section "${section}": expected them before it.`
        : say`Header field ${names} stands in section "${section}": expected it before it.`,
  };
}

/** The edits that insert fields: each beside its neighbour, those without a neighbour together. */
function insertions(
  { document, outline: { template } }: RuleContext,
  missing: readonly FieldSpec[],
): TextEdit[] {
  const alone = missing.filter((spec) => !neighbourOf(document, template, spec));
  const beside = missing.filter((spec) => !alone.includes(spec));
  return [
    ...(alone.length > 0 ? insertHeader(document, template, alone) : []),
    ...beside.flatMap((spec) => insertField(document, template, spec)),
  ];
}

function* wrongValue(field: Field, spec: FieldSpec, context: RuleContext): Generator<Problem> {
  const range = field.value === '' ? field.nameRange : field.valueRange;
  const expected = spec.date ? say`a date as ${dateForm(spec)}` : say`a value of your own`;
  if (field.value === '') {
    // Blank list items are kept free on purpose, so the field is not empty.
    if (!spec.demanded || (field.items && field.items.length > 0)) return;
    const message = say`Header field "${spec.name}" is empty: expected ${expected}.`;
    yield { range, message, fixes: fills(field, spec, context, knownValues(spec, context)) };
    return;
  }
  const item = field.items?.findIndex(({ value }) => isMasked(value, spec, context.outline.template)) ?? -1;
  const masked = item < 0 ? field.value : (field.items?.[item]?.value ?? '');
  if (item >= 0 || isMasked(field.value, spec, context.outline.template)) {
    yield {
      range: (item < 0 ? undefined : field.items?.[item]?.range) ?? range,
      // A team may mean its own title to stay; a token in brackets it cannot.
      ...(spec.role === 'title' && findTokens(masked).length === 0 && { severity: 'information' as const }),
      message: say`Header field "${spec.name}" still has the template's "${masked}": expected ${expected}.`,
      fixes: fills(field, spec, context, knownValues(spec, context), item),
    };
  } else if (isUnfilled(field, spec)) {
    yield {
      range,
      message: say`Header field "${spec.name}" says only "${field.value}": expected ${expected}.`,
      fixes: fills(field, spec, context, knownValues(spec, context)),
    };
  } else if (spec.date && /^\d/.test(field.value) && !isDateLike(field.value, spec)) {
    const date = rearrangedDate(field.value);
    yield {
      range,
      // Only zeros are missing: 2026-1-2.
      ...(date !== undefined && /^\d{4}/.test(field.value) && { severity: 'information' as const }),
      message: say`Header field "${spec.name}" is not a date: expected ${dateForm(spec)}, found "${field.value}".`,
      fixes: fills(field, spec, context, date === undefined ? [] : [date]),
    };
  } else {
    yield* refusedValue(field, spec, context);
  }
}

/** True for filler such as TBD in a field that the template demands, unless it proposes such a value itself. A list may be open. */
function isUnfilled({ value, items }: Field, spec: FieldSpec): boolean {
  if (!spec.demanded || items || spec.role === 'status' || !isFiller(value)) return false;
  return ![spec.value, ...spec.values].some(isFiller);
}

/** A value that does not say what the template asks for: which model, or who. */
function* refusedValue(field: Field, spec: FieldSpec, context: RuleContext): Generator<Problem> {
  const { expects } = spec;
  if (!expects) return;
  const values =
    field.items && field.items.length > 0 ? field.items : [{ value: field.value, range: field.valueRange }];
  for (const [at, { value, range }] of values.entries()) {
    const part = refusedPart(value, expects);
    if (part === undefined) continue;
    const known = knownValues(spec, context).filter((other) => refusedPart(other, expects) === undefined);
    yield {
      range,
      message: say`Header field "${spec.name}" says "${part}": expected ${expectedText(expects)}.`,
      fixes: fills(field, spec, context, known, field.items ? at : -1),
    };
  }
}

/** True for a date in the order of year, month and day that the template's mask has. */
function isDateLike(value: string, spec: FieldSpec): boolean {
  return opensWithDate(value) || (!isYearFirst(spec.value) && opensWithYearLast(value));
}

/** The values to offer: today, the configured author, or the values that the template lists. */
function knownValues(spec: FieldSpec, { environment }: RuleContext): readonly string[] {
  if (spec.role === 'author' && !spec.date) return environment.author ? [environment.author] : [];
  if (spec.date || spec.role === 'created') return [knownValue(spec, environment) ?? environment.today];
  if (spec.role === 'status' && spec.values.length === 0 && !spec.masked) return [spec.value];
  return spec.values;
}

function fills(
  field: Field,
  spec: FieldSpec,
  { document }: RuleContext,
  values: readonly string[],
  item = -1,
): Fix[] {
  if (!mayWrite(document, field)) return [];
  return values
    .filter((value) => value !== '' && !field.items?.some((other) => other.value === value))
    .map(
      (value) =>
        new LazyFix(say`Set ${spec.name} to "${value}"`, 'choice', () =>
          fillField(document, field, spec, { value, ...(item >= 0 && { item }) }),
        ),
    );
}

/** True if a value is still a placeholder of the template. */
function isMasked(value: string, spec: FieldSpec, template: Template): boolean {
  // The wording of an example may come from an older template. A status may be an example on purpose.
  const replaced = EXAMPLE.test(spec.value) || (spec.masked && spec.role !== 'status');
  const example = replaced && EXAMPLE.test(value);
  const unchosen = spec.values.length > 1 && value.length > 0;
  const same = (spec.masked || unchosen) && fold(value) === fold(spec.value);
  return example || same || findTokens(value).some((token) => isLeftover(token, template.tokens));
}
