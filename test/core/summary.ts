/** A template as a few lines of text, for comparison. */

import type { Template } from '../../src/core/template/template';

/** One line for each property, field and section of a template. */
export function summary(template: Template): string {
  const lines = [`name: ${template.name}`, `title: ${template.title}`];
  for (const field of template.fields) {
    const traits = [
      field.style,
      field.demanded ? 'demanded' : 'waived',
      ...(field.role ? [field.role] : []),
      ...(field.date ? ['date'] : []),
      ...(field.masked ? ['masked'] : []),
      ...(field.values.length > 0 ? [`one of ${field.values.join('; ')}`] : []),
    ];
    lines.push(`field: ${field.name} = ${field.value} (${traits.join(', ')})`);
  }
  for (const spec of template.specs) {
    const { kind, when } = spec.requirement;
    const traits = [
      when ? `${kind} ${when}` : kind,
      ...(spec.repeatable ? ['repeatable'] : []),
      ...(spec.plan ? ['plan'] : []),
      ...(spec.next ? ['next steps'] : []),
      ...(spec.limit ? [`${spec.limit.min} to ${spec.limit.max} items`] : []),
      ...(spec.aliases.length > 0 ? [`aliases ${spec.aliases.join('; ')}`] : []),
    ];
    lines.push(`${'  '.repeat(spec.depth)}section: ${spec.title} (${traits.join(', ')})`);
  }
  if (template.lead.length > 0) lines.push(`lead: ${template.lead.map((spec) => spec.title).join(', ')}`);
  if (template.stepsWhenStarted) lines.push('steps: when their milestone is started');
  if (template.omitMarks) lines.push('marks: omitted in documents');
  return `${lines.join('\n')}\n`;
}
