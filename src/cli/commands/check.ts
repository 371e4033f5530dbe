/** `check`: reports the findings of documents. */

import { documentJson } from '../../core/json/documents';
import { checkFiles } from '../../node/check/checkFiles';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { noteNothing } from '../nothing';
import { counted, jsonReport, lineMaker, NOTHING, tallied } from '../report';
import {
  paths as anyPaths,
  cacheOption,
  configOption,
  formatOption,
  requestOf,
  templateOption,
} from './options';

export const check: Command = {
  name: 'check',
  summary: 'Checks design docs: the given files, those in the given folders, or all in the workspace.',
  operands: anyPaths,
  options: [formatOption, templateOption, configOption, cacheOption],
  async run(session): Promise<0 | 1> {
    const json = optionOf(session.given, 'format') === 'json' ? jsonReport(session.print) : undefined;
    const request = requestOf(session);
    const paths = session.given.operands;
    const linesOf = lineMaker();
    let tally = NOTHING;
    for await (const { path, summary } of checkFiles(request, paths)) {
      const document = documentJson(path, summary);
      tally = counted(tally, document);
      if (json) json.add(document);
      else if (document.findings.length > 0) session.print(linesOf(document).join('\n'));
    }
    if (json) json.end();
    if (tally.documents === 0) await noteNothing(request, paths);
    else if (!json) session.note(tallied(tally));
    return tally.findings > 0 ? 1 : 0;
  },
};
