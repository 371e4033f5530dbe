/** Names the template of a new document in a comment, if its headings alone would not select it. */

import { parseDocument } from '../document/document';
import { selectTemplate } from '../template/select';
import type { Template } from '../template/template';
import type { Scaffold } from './scaffold';

/**
 * The scaffold of a new document, with a directive below its title if another one of the available templates, or none,
 * would be selected for it.
 */
export function nameTemplate(
  created: Scaffold,
  template: Template,
  available: readonly Template[],
): Scaffold {
  const document = parseDocument(created.text);
  const selected = selectTemplate(document, available)?.template;
  // A template may have been read again, so that it is another object.
  if (selected?.name === template.name && selected.path === template.path) return created;
  const line = document.title?.endLine ?? document.frontMatter?.end ?? 0;
  const at = document.lines.slice(0, line).reduce((sum, { text }) => sum + text.length + 1, 0);
  const directive = `<!-- design-docs: template ${template.name} -->\n`;
  const isBlankBelow = document.lineAt(line)?.text.trim() === '';
  const inserted = `${line === 0 ? '' : '\n'}${directive}${isBlankBelow ? '' : '\n'}`;
  const moved = (offset: number): number => (offset < at ? offset : offset + inserted.length);
  return {
    text: created.text.slice(0, at) + inserted + created.text.slice(at),
    stops: created.stops.map(({ start, end }) => ({ start: moved(start), end: moved(end) })),
  };
}
