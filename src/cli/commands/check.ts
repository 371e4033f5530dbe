/** `check`: says what is wrong with documents. */

import { documentJson } from '../../core/json/documents';
import { examine } from '../../node/examine';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { counted, jsonReport, NOTHING, summary, textLines } from '../report';
import { configOption, formatOption, paths, requestOf, templateOption } from './options';

export const check: Command = {
  name: 'check',
  summary: 'Checks design docs: the given files, those in the given folders, or all of the workspace.',
  operands: paths,
  options: [formatOption, templateOption, configOption],
  run(session) {
    const json = optionOf(session.given, 'format') === 'json' ? jsonReport(session.print) : undefined;
    let tally = NOTHING;
    for (const { path, analysis } of examine(requestOf(session), session.given.operands)) {
      const document = documentJson(path, analysis);
      tally = counted(tally, document);
      if (json) json.add(document);
      else for (const line of textLines(document)) session.print(line);
    }
    if (json) json.end();
    else session.note(summary(tally));
    return tally.findings > 0 ? 1 : 0;
  },
};
