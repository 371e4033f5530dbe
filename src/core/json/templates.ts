/** The JSON of a template. */

/** The JSON of a template: its sections, fields and lead. */
import type { SectionSpec, Template } from '../template/template';

export function templateJson({ title, specs, fields, lead }: Template): object {
  return {
    title,
    sections: specs.map(sectionJson),
    fields: fields.map(({ name, values }) => ({ name, values })),
    lead: lead.map((spec) => spec.title),
  };
}

function sectionJson({ title, level, requirement, limit, placeholders }: SectionSpec): object {
  const { kind, when } = requirement;
  return {
    title,
    level,
    requirement: kind,
    ...(when !== undefined && { when }),
    ...(limit && { limit: { min: limit.min, max: limit.max } }),
    placeholders,
  };
}
