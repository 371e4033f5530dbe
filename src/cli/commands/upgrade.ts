/** `upgrade`: brings documents up to a template that has changed. */

import type { SectionSpec } from '../../core/template/template';
import { UserError } from '../../core/text/userError';
import type { TemplateChange } from '../../core/upgrade/templateChange';
import type { UpgradeStep } from '../../core/upgrade/upgrade';
import type { DocumentUpgrade, Upgrades } from '../../node/check/upgrades';
import { findUpgrades } from '../../node/check/upgrades';
import { relativeToCwd } from '../../node/files/fileErrors';
import { replaceTexts } from '../../node/files/replaceTexts';
import { count, printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import type { Command, Session } from '../command';
import { unifiedDiff } from '../diff';
import { configOption, paths, requestOf } from './options';

export const upgradeCommand: Command = {
  name: 'upgrade',
  summary:
    'Lists the drafts and documents in progress that lack what their template has gained, and changes them.',
  operands: paths,
  options: [
    {
      name: 'since',
      value: 'REF',
      help: 'The branch or commit with the older templates. Default: where the branch left the default one.',
    },
    {
      name: 'guesses',
      help: 'Rename sections also where only their place in the template says that they are the same.',
    },
    { name: 'write', help: 'Change the documents, and the links to renamed headings in all Markdown files.' },
    { name: 'dry-run', help: 'Print the changes as a diff and write nothing.' },
    configOption,
  ],
  async run(session): Promise<0 | 1> {
    const { given, print } = session;
    const [writes, dry] = [given.options.has('write'), given.options.has('dry-run')];
    if (writes && dry) throw new UserError('write-or-dry-run', '--write and --dry-run exclude each other.');
    const found = await findUpgrades(requestOf(session), given.operands, {
      since: optionOf(given, 'since') ?? '',
      guesses: given.options.has('guesses'),
    });
    if (writes) replaceTexts(found.files);
    if (dry)
      for (const { file, before, after } of found.files)
        print(unifiedDiff(relativeToCwd(file), before, after));
    else printUpgrades(session, found);
    const left = found.documents.filter(({ upgrade }) => !writes || upgrade.steps.some(isLeft)).length;
    summarize(session, found, left, writes);
    return left > 0 ? 1 : 0;
  },
};

function printUpgrades({ print }: Session, { templates, documents, base }: Upgrades): void {
  for (const [file, change] of templates) {
    print(printable(`${file} since ${base.slice(0, 12)}: ${describe(change)}`));
  }
  for (const { document, upgrade } of documents) {
    for (const step of upgrade.steps) print(printable(lineOf(document, step)));
  }
}

function describe({ added, renamed, removed }: TemplateChange): string {
  const names = (specs: readonly SectionSpec[]): string => specs.map(({ title }) => `"${title}"`).join(', ');
  const parts = [
    ...renamed.map(
      ({ from, to, isCertain }) =>
        `"${from.title}" is now "${to.title}"${isCertain ? '' : ', to judge by its place'}`,
    ),
    ...(added.length > 0 ? [`new: ${names(added)}`] : []),
    ...(removed.length > 0 ? [`gone: ${names(removed)}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

function lineOf({ path }: DocumentUpgrade['document'], { kind, line, from, to, why }: UpgradeStep): string {
  const what = kind === 'rename' ? `:${line + 1} rename "${from}" to "${to}"` : ` insert "${to}"`;
  return why === undefined ? path + what : `${path}${what}, left to you: ${why}`;
}

function isLeft({ why }: UpgradeStep): boolean {
  return why !== undefined;
}

function summarize(
  { note }: Session,
  { templates, documents, count: all }: Upgrades,
  left: number,
  wrote: boolean,
): void {
  if (templates.size === 0) {
    note('No section of a template has changed. Name the commit with the older templates: --since=COMMIT.');
  } else if (wrote) {
    note(`${count(documents.length - left, 'document')} brought up to date, ${left} left to you.`);
  } else if (left === 0) {
    note(`None of ${count(all, 'document')} is behind.`);
  } else {
    note(
      `${left} of ${count(all, 'document')} ${left === 1 ? 'is' : 'are'} behind. --write changes them; --dry-run shows how.`,
    );
  }
}
