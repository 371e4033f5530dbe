import type { Field } from '../document/fields';
import { fieldKey, findField } from '../document/fields';
import { headerKeys } from '../document/unreadFields';
import { mayWrite, neighbourOf } from '../edits/fieldPlace';
import { fillField, insertField, insertHeader } from '../edits/header';
import { LazyFix } from '../edits/lazyFix';
import type { Fix, Problem } from '../edits/problem';
import { findTokens, fold, isLeftover } from '../markdown/tokens';
import { statusField } from '../template/stage';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import { EXAMPLE } from '../template/templateFields';
import { opensWithDate, rearrangedDate } from '../text/dates';
import { lineStart } from '../text/text';
import type { Rule, RuleContext } from './rule';
import { CONTENT_STAGES } from './rule';

export const headerField: Rule = {
  id: 'header-field',
  summary: 'A header field is missing, still masked, or malformed.',
  help: `The fields before the template's first section belong before the document's first section too, in any of the
usual spellings (\`**Key:** value\`, \`Key: value\`, a list item, a table row, front matter in YAML or TOML). Other fields
are always welcome, and "unknown (not recorded)" is a value. The fix inserts the field as the template has it. What it
says is a choice: today for a date, the configured author, one of the template's values. A header in a shape that is not
understood is left alone, and so is front matter that is not valid.`,
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

function* missingFields(context: RuleContext, absent: readonly FieldSpec[]): Generator<Problem> {
  const { document, outline } = context;
  const named = headerKeys(document);
  const sections = new Set(document.sections.map(({ heading }) => fieldKey(heading.text)));
  // What the document has in another shape is there.
  const missing = absent.filter(({ name }) => !named.has(fieldKey(name)) && !sections.has(fieldKey(name)));
  // A document that says neither what it is nor where it stands may be of another kind altogether.
  const unsure = context.stage === 'unknown' && !statusField(document);
  const without = missing.filter((spec) => !neighbourOf(document, outline.template, spec));
  const together = new LazyFix('Insert the header fields', 'scaffold', () =>
    insertHeader(document, outline.template, without),
  );
  for (const spec of missing) {
    const own = new LazyFix(`Insert "${spec.name}: ${shown(spec.value)}"`, 'scaffold', () =>
      insertField(document, outline.template, spec),
    );
    yield {
      range: document.title?.range ?? lineStart(0),
      ...(unsure && { severity: 'hint' as const }),
      message: `Missing header field "${spec.name}": expected it before the first section.`,
      fixes: [without.includes(spec) ? together : own],
    };
  }
}

function shown(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}

function* wrongValue(field: Field, spec: FieldSpec, context: RuleContext): Generator<Problem> {
  const range = field.value === '' ? field.nameRange : field.valueRange;
  const expected = spec.date ? 'a date as YYYY-MM-DD' : 'a value of your own';
  if (field.value === '') {
    // Items that are blank are places that people keep for others: the list is not forgotten.
    if (!spec.demanded || (field.items && field.items.length > 0)) return;
    const message = `Header field "${spec.name}" is empty: expected ${expected}.`;
    yield { range, message, fixes: fills(field, spec, context, knownValues(spec, context)) };
    return;
  }
  const item = field.items?.findIndex(({ value }) => isMasked(value, spec, context.outline.template)) ?? -1;
  const masked = item < 0 ? field.value : (field.items?.[item]?.value ?? '');
  if (item >= 0 || isMasked(field.value, spec, context.outline.template)) {
    yield {
      range: (item < 0 ? undefined : field.items?.[item]?.range) ?? range,
      message: `Header field "${spec.name}" still has the template's "${masked}": expected ${expected}.`,
      fixes: fills(field, spec, context, knownValues(spec, context), item),
    };
  } else if (spec.date && /^\d/.test(field.value) && !opensWithDate(field.value)) {
    const date = rearrangedDate(field.value);
    yield {
      range,
      message: `Header field "${spec.name}" is no date: expected YYYY-MM-DD, found "${field.value}".`,
      fixes: fills(field, spec, context, date === undefined ? [] : [date]),
    };
  }
}

/** What may be filled in: today, the configured author, the values that the template lists. */
function knownValues(spec: FieldSpec, { environment }: RuleContext): readonly string[] {
  if (spec.date || spec.role === 'created') return [environment.today];
  if (spec.role === 'author') return environment.author ? [environment.author] : [];
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
        new LazyFix(`Set ${spec.name} to "${value}"`, 'choice', () =>
          fillField(document, field, spec, { value, ...(item >= 0 && { item }) }),
        ),
    );
}

function isMasked(value: string, spec: FieldSpec, template: Template): boolean {
  // An example stands for a value in whatever words an older template gave it; a status is free to give one.
  const replaced = EXAMPLE.test(spec.value) || (spec.masked && spec.role !== 'status');
  const example = replaced && EXAMPLE.test(value);
  const unchosen = spec.values.length > 1 && value.length > 0;
  const same = (spec.masked || unchosen) && fold(value) === fold(spec.value);
  return example || same || findTokens(value).some((token) => isLeftover(token, template.tokens));
}
