/** What the tools of the core are called in the editor, where tools of all extensions are in one list. */

import type { Tool } from '../../core/tools/tool';

/** The name under which VS Code knows a tool. */
export function editorName({ name }: Pick<Tool, 'name'>): string {
  return `designdocs_${name}`;
}
