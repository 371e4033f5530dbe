/** Several templates read together: what one of a family says, the others of its folder mean too. */

import { nameKey } from './names';
import type { SectionSpec, Template } from './template';
import { readTemplate } from './template';

export interface TemplateFile {
  /** With `/`, relative to the workspace, or absolute for a bundled one. */
  readonly path: string;
  readonly text: string;
  /** It ships with the product; what it knows of other names serves every template. */
  readonly bundled: boolean;
}

/**
 * Reads templates in the order given, which is the order of preference; files without sections are none. A
 * folder whose one template asks to omit marks asks it for all of them; a section without aliases of its own
 * has those of the bundled section of its name.
 */
export function readTemplates(files: readonly TemplateFile[]): Template[] {
  const read = files
    .map((file) => ({ file, template: readTemplate(file.text, file.path) }))
    .filter(({ template }) => template.specs.length > 0);
  const omitting = new Set(
    read.filter(({ template }) => template.omitMarks).map(({ file }) => folder(file.path)),
  );
  const known = new Map<string, readonly string[]>();
  for (const { file, template } of read) {
    for (const spec of file.bundled ? template.specs : []) {
      if (spec.aliases.length > 0 && !known.has(nameKey(spec.title)))
        known.set(nameKey(spec.title), spec.aliases);
    }
  }
  return read.map(({ file, template }) => ({
    ...withAliases(template, known),
    omitMarks: template.omitMarks || (!file.bundled && omitting.has(folder(file.path))),
  }));
}

function folder(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The template with borrowed aliases; names that another of its sections has are left out. */
function withAliases(template: Template, known: ReadonlyMap<string, readonly string[]>): Template {
  const own = new Set(template.specs.map((spec) => nameKey(spec.title)));
  const copies = new Map<SectionSpec, SectionSpec>();
  const copy = (spec: SectionSpec, parent?: SectionSpec): SectionSpec => {
    const borrowed = spec.aliases.length > 0 ? spec.aliases : (known.get(nameKey(spec.title)) ?? []);
    const children: SectionSpec[] = [];
    const made: SectionSpec = {
      ...spec,
      aliases: borrowed.filter((alias) => !own.has(nameKey(alias))),
      ...(parent && { parent }),
      children,
    };
    copies.set(spec, made);
    children.push(...spec.children.map((child) => copy(child, made)));
    return made;
  };
  const sections = template.sections.map((spec) => copy(spec));
  const renewed = (spec: SectionSpec): SectionSpec => copies.get(spec) ?? spec;
  return { ...template, sections, specs: template.specs.map(renewed), lead: template.lead.map(renewed) };
}
