/** Several templates read together: what one of a family says, the others of its folder mean too. */

import { nameKey } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';
import type { SectionSpec, Template } from './template';
import { readTemplate } from './template';

export interface TemplateFile {
  /** With `/`, relative to the workspace, or absolute for a bundled one. */
  readonly path: string;
  readonly text: string;
  /** It ships with the product; what it knows of other names serves every template. */
  readonly bundled: boolean;
  /** Its place among those the project names, which come before all others. */
  readonly preference?: number;
  /** What reading it gives, where somebody has read it before. */
  readonly template?: Template | undefined;
}

/** A template and where it came from. */
export interface TemplateSource {
  readonly path: string;
  readonly bundled: boolean;
  readonly preference?: number;
  readonly template: Template;
}

/**
 * Reads templates together, the team's own before bundled ones and otherwise ordered by path; files without
 * sections are none. A folder whose one template asks to omit marks asks it for all of them; a section without
 * aliases of its own has those of the bundled section of its name.
 */
export function readTemplates(files: readonly TemplateFile[]): TemplateSource[] {
  const read = [...files]
    .sort((a, b) => Number(a.bundled) - Number(b.bundled) || byStem(a, b))
    .map((file) => ({ ...file, template: file.template ?? readTemplate(file.text, file.path) }))
    .filter(({ template }) => template.specs.length > 0);
  const omitting = new Set(read.filter(({ template }) => template.omitMarks).map(({ path }) => folder(path)));
  const known = bundledAliases(read);
  return read.map(({ path, bundled, preference, template }) => ({
    path,
    bundled,
    ...(preference !== undefined && { preference }),
    template: {
      ...withAliases(template, known),
      omitMarks: template.omitMarks || (!bundled && omitting.has(folder(path))),
    },
  }));
}

/**
 * The templates that a document may follow, preferred ones first: the team's own before the bundled ones, and
 * the nearer a template lies to the document, the more likely it was written for it.
 */
export function templatesFor(sources: readonly TemplateSource[], documentPath: string): TemplateSource[] {
  const own = sources
    .filter(({ bundled }) => !bundled)
    .map((source) => ({ source, near: sharedFolders(source.path, documentPath) }))
    .sort((a, b) => preferenceOf(a.source) - preferenceOf(b.source) || b.near - a.near)
    .map(({ source }) => source);
  const names = new Set(own.map(({ template }) => template.name));
  // A team's template replaces the bundled one of its name.
  return [...own, ...sources.filter(({ bundled, template }) => bundled && !names.has(template.name))];
}

/** The template for a new document where nobody names one: the team's nearest, else the bundled default. */
export function defaultTemplate(
  sources: readonly TemplateSource[],
  documentPath: string,
): TemplateSource | undefined {
  const all = templatesFor(sources, documentPath);
  const [first] = all;
  return first?.bundled
    ? (all.find(({ template }) => template.name === vocabulary.defaultTemplate) ?? first)
    : first;
}

function preferenceOf({ preference }: TemplateSource): number {
  return preference ?? Number.MAX_SAFE_INTEGER;
}

function bundledAliases(read: readonly TemplateSource[]): Map<string, readonly string[]> {
  const known = new Map<string, readonly string[]>();
  for (const { bundled, template } of read) {
    for (const { title, aliases } of bundled ? template.specs : []) {
      if (aliases.length > 0 && !known.has(nameKey(title))) known.set(nameKey(title), aliases);
    }
  }
  return known;
}

/** In the order of paths without their endings, so that `adr-template.md` comes before `adr-template-bare.md`. */
function byStem(a: TemplateFile, b: TemplateFile): number {
  const [x, y] = [a, b].map(({ path }) => path.replace(/\.[^./]*$/, ''));
  return (x ?? '') < (y ?? '') ? -1 : 1;
}

function sharedFolders(a: string, b: string): number {
  const ours = a.split('/').slice(0, -1);
  const theirs = b.split('/').slice(0, -1);
  const apart = ours.findIndex((name, index) => name !== theirs[index]);
  return apart < 0 ? ours.length : apart;
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
