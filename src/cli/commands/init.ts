/**
 * `init`: shows which templates and documents were found, writes a configuration that names the templates, and sets up
 * coding agents.
 */

import * as path from 'node:path';
import { CONFIG_FILE } from '../../core/config/config';
import { configNaming, groupByTemplate } from '../../core/discovery/groups';
import type { ListedJson } from '../../core/json/documents';
import { listedJson } from '../../core/json/documents';
import { checkFiles } from '../../node/check/checkFiles';
import { kindOf } from '../../node/files/files';
import { createText } from '../../node/files/writeFile';
import { printable } from '../../node/program/messages';
import { discoverFiles } from '../../node/workspace/discovery';
import { openWorkspace, shownPath } from '../../node/workspace/workspace';
import { agentOption, agentsOption, offerAgents, planAgents, writeAgents } from '../agents';
import type { Command } from '../command';
import { groupLine } from '../groups';
import { noteNothing } from '../nothing';
import { cacheOption, requestOf } from './options';

export const init: Command = {
  name: 'init',
  summary: `Shows the templates and documents of the workspace, writes ${CONFIG_FILE}, and sets up coding agents.`,
  operands: { usage: '', min: 0, max: 0 },
  options: [agentOption, agentsOption, cacheOption],
  async run(session): Promise<0> {
    const request = requestOf(session);
    const workspace = openWorkspace(session.cwd, session.note);
    // Before anything is written, so that a refusal leaves everything as it was.
    const edits = planAgents(session, workspace.root);
    const { templates } = await discoverFiles(workspace, request.build);
    const documents: ListedJson[] = [];
    for await (const { path: shown, summary } of checkFiles(request, []))
      documents.push(listedJson(shown, summary));
    const groups = groupByTemplate(documents);
    for (const group of groups) session.print(printable(groupLine(group)));
    if (groups.length === 0) await noteNothing(request);
    const file = path.join(workspace.root, CONFIG_FILE);
    if (kindOf(file) !== undefined)
      session.note(`${shownPath(workspace, file)} exists, so nothing was written.`);
    else if (templates.length > 0) {
      // Templates with more documents come first.
      const used = groups.flatMap(({ templatePath }) => templatePath ?? []);
      const rank = (template: string): number => {
        const at = used.indexOf(shownPath(workspace, path.join(workspace.root, template)));
        return at < 0 ? used.length : at;
      };
      createText(file, configNaming([...templates].sort((a, b) => rank(a) - rank(b))));
      session.print(printable(shownPath(workspace, file)));
    }
    if (edits.length > 0) writeAgents(session, edits);
    else offerAgents(session, workspace.root);
    return 0;
  },
};
