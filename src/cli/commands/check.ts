/** `check`: reports the findings of documents. */

import { severities } from '../../core/edits/problem';
import { documentJson, findingJson } from '../../core/json/documents';
import type { Option } from '../arguments';
import { optionOf } from '../arguments';
import { baselineOption, openStaleEntries, updateBaseline, updateBaselineOption } from '../baseline';
import { checkedFiles, stdinOption } from '../checkedFiles';
import type { Command } from '../command';
import { noteNothing } from '../nothing';
import { formats, reporterFor } from '../reporters/index';
import { counted, NOTHING } from '../reporters/tally';
import { paths as anyPaths, cacheOption, configOption, requestOf, templateOption } from './options';

const checkFormat: Option = {
  name: 'format',
  value: formats.join('|'),
  choices: formats,
  help: "The output format: lines, lines grouped by document, JSON, annotations for GitHub Actions, GitLab's Code Quality, JUnit or SARIF. Default: grouped on a terminal, else text.",
};

const changedOption: Option = {
  name: 'changed',
  value: 'REF',
  inline: true,
  help: 'Only docs that differ from the commit at which HEAD left REF, a branch or commit. Default: the default branch.',
};

const failOnOption: Option = {
  name: 'fail-on',
  value: severities.join('|'),
  choices: severities,
  help: 'The least severity that makes the exit status 1. Default: warning.',
};

export const check: Command = {
  name: 'check',
  summary:
    'Checks design docs: the given files, those in the given folders, or all in the workspace. "-" is standard input.',
  operands: anyPaths,
  options: [
    checkFormat,
    failOnOption,
    changedOption,
    baselineOption,
    updateBaselineOption,
    stdinOption,
    templateOption,
    configOption,
    cacheOption,
  ],
  async run(session): Promise<0 | 1> {
    if (session.given.options.has('update-baseline')) {
      await updateBaseline(session);
      return 0;
    }
    const makeReporter = reporterFor(optionOf(session.given, 'format'), session.columns !== undefined);
    const reporter = makeReporter(session);
    const request = requestOf(session);
    const stale = openStaleEntries(session);
    const paths = session.given.operands;
    const failOn = optionOf(session.given, 'fail-on') ?? 'warning';
    let tally = NOTHING;
    for await (const file of checkedFiles(session, request)) {
      const { summary } = file;
      stale.add(file);
      tally = counted(tally, summary, failOn);
      reporter.add(documentJson(file.path, summary), summary.suppressed.map(findingJson));
    }
    reporter.end(tally);
    const isStale = stale.end();
    if (tally.documents === 0 && request.changed !== undefined)
      session.note('Nothing was checked: no design doc has changed.');
    else if (tally.documents === 0) await noteNothing(request, paths);
    return tally.failing > 0 || isStale ? 1 : 0;
  },
};
