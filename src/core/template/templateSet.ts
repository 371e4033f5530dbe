/** Reads a set of templates, and shares settings and aliases between them. */

import { nameKey } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';
import type { SectionSpec, Template } from './template';
import { readTemplate } from './template';

/** The text of a template and its origin. */
export interface TemplateFile {
  /** With `/`, relative to the workspace; absolute for a bundled template. */
  readonly path: string;
  readonly text: string;
  /** The template ships with the product. Its aliases serve all templates. */
  readonly bundled: boolean;
  /** Its index in the project's list of templates, which come before all others. */
  readonly preference?: number;
  /** The parsed template, if cached. */
  readonly template?: Template | undefined;
}

/** A parsed template and its origin. */
export interface TemplateSource {
  readonly path: string;
  readonly bundled: boolean;
  readonly preference?: number;
  readonly template: Template;
}

/**
 * Reads a set of templates: the team's own first, then bundled ones, each ordered by path. Files without sections are
 * no templates. If one template of a folder asks to omit marks, this holds for all templates in the folder. A section
 * without aliases gets those of the bundled section with the same name.
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
      ...(bundled ? { bundled } : { path }),
      omitMarks: template.omitMarks || (!bundled && omitting.has(folder(path))),
    },
  }));
}

/**
 * The templates that a document may follow, in order of precedence: the team's own, by preference and then by the
 * number of folders shared with the document; then the bundled ones.
 */
export function templatesFor(sources: readonly TemplateSource[], documentPath: string): TemplateSource[] {
  const own = sources
    .filter(({ bundled }) => !bundled)
    .map((source) => ({ source, near: sharedFolders(source.path, documentPath) }))
    .sort((a, b) => preferenceOf(a.source) - preferenceOf(b.source) || b.near - a.near)
    .map(({ source }) => source);
  const names = new Set(own.map(({ template }) => template.name));
  // A team's template replaces the bundled one with the same name.
  return [...own, ...sources.filter(({ bundled, template }) => bundled && !names.has(template.name))];
}

/**
 * The template for a new document if none is requested. `usual` is the name of the template that most documents beside
 * it follow. The team's nearest template; of several that are as near, the usual one. A bundled one that is usual comes
 * before templates of other folders, unless they are configured. If the team has none: the bundled default.
 */
export function defaultTemplate(
  sources: readonly TemplateSource[],
  documentPath: string,
  usual?: string,
): TemplateSource | undefined {
  const all = templatesFor(sources, documentPath);
  const [first] = all;
  const named = (name: string | undefined): TemplateSource | undefined =>
    all.find(({ template }) => template.name === name);
  if (first?.bundled) return named(usual) ?? named(vocabulary.defaultTemplate) ?? first;
  const near = ({ path }: TemplateSource): number => sharedFolders(path, documentPath);
  const other = named(usual);
  const isHere = first && (first.preference !== undefined || folder(first.path) === folder(documentPath));
  if (other?.bundled && !isHere) return other;
  const isAsNear =
    first && other && !other.bundled && all.every((one) => one.bundled || near(one) <= near(other));
  return isAsNear ? other : first;
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

/** Compares paths without extensions, so that `adr-template.md` comes before `adr-template-bare.md`. */
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

/** The template with added aliases, without those that are names of its own sections. */
function withAliases(template: Template, known: ReadonlyMap<string, readonly string[]>): Template {
  const own = new Set(template.specs.map((spec) => nameKey(spec.title)));
  const copies = new Map<SectionSpec, SectionSpec>();
  const copy = (spec: SectionSpec, parent?: SectionSpec): SectionSpec => {
    const borrowed = spec.aliases.length > 0 ? spec.aliases : (known.get(nameKey(spec.title)) ?? []);
    const children: SectionSpec[] = [];
    const copied: SectionSpec = {
      ...spec,
      aliases: borrowed.filter((alias) => !own.has(nameKey(alias))),
      ...(parent && { parent }),
      children,
    };
    copies.set(spec, copied);
    children.push(...spec.children.map((child) => copy(child, copied)));
    return copied;
  };
  const sections = template.sections.map((spec) => copy(spec));
  const copyOf = (spec: SectionSpec): SectionSpec => copies.get(spec) ?? spec;
  return { ...template, sections, specs: template.specs.map(copyOf), lead: template.lead.map(copyOf) };
}
