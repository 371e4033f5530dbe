import type { Field } from '../document/fields';
import { findField } from '../document/fields';
import type { NewField } from '../edits/header';
import { insertField, insertHeader } from '../edits/header';
import type { Problem } from '../edits/problem';
import { findTokens, fold, isLeftover } from '../markdown/tokens';
import { fieldValue } from '../template/scaffold';
import { statusField } from '../template/stage';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import { EXAMPLE } from '../template/templateFields';
import { lineStart } from '../text/text';
import type { Rule, RuleContext } from './rule';
import { CONTENT_STAGES } from './rule';

export const headerField: Rule = {
  id: 'header-field',
  summary: 'A header field is missing, still masked, or malformed.',
  help: `The fields before the template's first section belong before the document's first section too, in any of the
usual spellings (\`**Key:** value\`, \`Key: value\`, a list item, a table row, front matter). Other fields are always
welcome, and "unknown (not recorded)" is a value. The fix inserts the field or fills it: today for a date, the
configured author, the template's first allowed value.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check(context) {
    const { document, outline } = context;
    const missing: FieldSpec[] = [];
    for (const spec of outline.template.fields) {
      const field = findField(document.fields, [spec.name]);
      if (!field) {
        if (spec.demanded) missing.push(spec);
        continue;
      }
      const problem = wrongValue(field, spec, outline.template);
      if (problem) yield { ...problem, ...fillFix(field, spec, context) };
    }
    yield* missingFields(context, missing);
  },
};

function* missingFields(context: RuleContext, missing: readonly FieldSpec[]): Generator<Problem> {
  if (missing.length === 0) return;
  const { document, outline } = context;
  // A document that says neither what it is nor where it stands may be of another kind altogether.
  const unsure = context.stage === 'unknown' && !statusField(document);
  const known = missing.flatMap((spec) => newField(spec, context) ?? []);
  const alone = { title: 'Insert the header fields', edits: insertHeader(document, known) };
  for (const spec of missing) {
    const field = newField(spec, context);
    const edit = field && insertField(document, outline.template, field);
    const own = { title: `Insert "${spec.name}: ${field?.value ?? ''}"`, edits: edit ? [edit] : [] };
    yield {
      range: document.title?.range ?? lineStart(0),
      ...(unsure && { severity: 'hint' as const }),
      message: `Missing header field "${spec.name}": expected it before the first section.`,
      ...(field && { fix: edit ? own : alone }),
    };
  }
}

/** The field with the value it starts with, or undefined if only a person knows it. */
function newField(spec: FieldSpec, context: RuleContext): NewField | undefined {
  const value = fieldValue(spec, context.around);
  return typeof value === 'string' && value !== '' ? { spec, value } : undefined;
}

function fillFix(field: Field, spec: FieldSpec, context: RuleContext): Pick<Problem, 'fix'> {
  const filled = newField(spec, context);
  if (!filled) return {};
  // Only the first line is replaced: lines that continue a masked value are the author's own.
  const { start, end } = field.valueRange;
  const text = context.document.lineAt(start.line)?.text ?? '';
  const first = end.line === start.line ? end : { line: start.line, character: text.trimEnd().length };
  const gap = field.value === '' && field.style !== 'table' && text[start.character - 1] !== ' ' ? ' ' : '';
  return {
    fix: {
      title: `Set ${spec.name} to "${filled.value}"`,
      edits: [{ range: { start, end: first }, newText: gap + filled.value }],
    },
  };
}

function wrongValue(field: Field, spec: FieldSpec, template: Template): Problem | undefined {
  const range = field.value === '' ? field.nameRange : field.valueRange;
  const expected = spec.date ? 'a date as YYYY-MM-DD' : 'a value of your own';
  if (field.value === '') {
    return spec.demanded
      ? { range, message: `Header field "${spec.name}" is empty: expected ${expected}.` }
      : undefined;
  }
  if (isMasked(field, spec, template)) {
    return {
      range,
      message: `Header field "${spec.name}" still has the template's "${field.value}": expected ${expected}.`,
    };
  }
  if (spec.date && /^\d/.test(field.value) && !isDate(field.value)) {
    return {
      range,
      message: `Header field "${spec.name}" is no date: expected YYYY-MM-DD, found "${field.value}".`,
    };
  }
  return undefined;
}

function isMasked(field: Field, spec: FieldSpec, template: Template): boolean {
  // An example stands for a value in whatever words an older template gave it; a status is free to give one.
  const replaced = EXAMPLE.test(spec.value) || (spec.masked && spec.role !== 'status');
  const example = replaced && EXAMPLE.test(field.value);
  const same = spec.masked && fold(field.value) === fold(spec.value);
  return example || same || findTokens(field.value).some((token) => isLeftover(token, template.tokens));
}

/** A calendar date at the start of the value; a remark may follow it. */
function isDate(value: string): boolean {
  const match = /^(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d)/.exec(value);
  const month = Number(match?.[2]);
  const day = Number(match?.[3]);
  const days =
    [31, Number(match?.[1]) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return match !== null && day >= 1 && day <= days;
}
