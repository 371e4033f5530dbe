/** The tools' names in the editor, where the tools of all extensions share one list. */

import type { Tool } from '../../core/tools/tool';

/** The name of a tool in VS Code. */
export function editorName({ name }: Pick<Tool, 'name'>): string {
  return `designdocs_${name}`;
}
