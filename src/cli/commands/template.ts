/** `template`: shows the requirements that are read from a template. */

import { templateJson } from '../../core/json/templates';
import { expectedText } from '../../core/template/provenance';
import type { SectionSpec, Template } from '../../core/template/template';
import type { FieldSpec } from '../../core/template/templateFields';
import { printable } from '../../node/program/messages';
import { discoverFiles } from '../../node/workspace/discovery';
import { templateFiles } from '../../node/workspace/templateFiles';
import { findTemplate, openLibrary } from '../../node/workspace/templates';
import { openWorkspace } from '../../node/workspace/workspace';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { formatOption, requestOf } from './options';

export const template: Command = {
  name: 'template',
  summary: 'Shows the requirements of a template: its sections, fields and order.',
  operands: { usage: 'FILE|NAME', min: 1, max: 1 },
  options: [formatOption],
  async run(session): Promise<0 | 1> {
    const { cwd, given, print, note } = session;
    const workspace = openWorkspace(cwd, note);
    const { templates } = await discoverFiles(workspace, requestOf(session).build);
    const found = findTemplate(
      workspace,
      openLibrary(workspace, templateFiles(workspace, templates, [])).sources,
      given.operands[0] ?? '',
    ).template;
    if (optionOf(given, 'format') === 'json')
      print(JSON.stringify({ version: 1, ...templateJson(found) }, null, 2));
    else for (const line of templateLines(found)) print(printable(line));
    return 0;
  },
};

function templateLines({ name, title, specs, fields, lead }: Template): string[] {
  const first = lead.map((spec) => spec.title).join(', ');
  return [
    `${name}${title === '' ? '' : `: ${title}`}`,
    ...(fields.length > 0 ? ['', 'Fields'] : []),
    ...fields.map(fieldLine),
    '',
    'Sections',
    ...specs.map(sectionLine),
    ...(first === '' ? [] : ['', `First, in this order: ${first}`]),
  ];
}

/** The name of a field, with the values that it may have, or what its value must be. */
function fieldLine({ name, values, expects }: FieldSpec): string {
  if (values.length > 0) return `  ${name} (${values.join(' | ')})`;
  return `  ${name}${expects ? ` (${expectedText(expects)})` : ''}`;
}

function sectionLine({ depth, title, requirement, limit }: SectionSpec): string {
  const words = [requirement.kind, ...(requirement.when === undefined ? [] : [requirement.when])];
  if (limit) words.push(limit.min === limit.max ? `${limit.min} items` : `${limit.min}–${limit.max} items`);
  return `${'  '.repeat(depth + 1)}${title} – ${words.join(', ')}`;
}
