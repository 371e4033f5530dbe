/** `index`: compares the indexes of folders with their documents, and updates them. */

import * as path from 'node:path';
import { parseDocument } from '../../core/document/document';
import type { IndexFault } from '../../core/folderIndex/updateIndex';
import { indexFaults, updateIndex } from '../../core/folderIndex/updateIndex';
import { UserError } from '../../core/text/userError';
import type { FolderIndex } from '../../node/check/folderIndexes';
import { folderIndexes } from '../../node/check/folderIndexes';
import { relativeToCwd } from '../../node/files/fileErrors';
import { kindOf } from '../../node/files/files';
import { replaceText } from '../../node/files/writeFile';
import { count, printable } from '../../node/program/messages';
import type { Command, Session } from '../command';
import { configOption, paths, requestOf, templateOption } from './options';

export const folderIndex: Command = {
  name: 'index',
  summary: 'Compares the index of each folder, the table or list in its README.md, with the documents.',
  operands: paths,
  options: [
    { name: 'check', help: 'Write nothing, and end with 1 if an index is out of date. This is the default.' },
    { name: 'write', help: 'Update the indexes: add missing rows, and correct statuses.' },
    templateOption,
    configOption,
  ],
  async run(session): Promise<0 | 1> {
    const { given, note } = session;
    const writes = given.options.has('write');
    if (writes && given.options.has('check')) {
      throw new UserError('check-or-write', '--check and --write exclude each other.');
    }
    const indexes = await folderIndexes(requestOf(session), given.operands);
    if (indexes.length === 0) {
      note(
        'There is no index: no README.md or index.md lists a design doc of its folder in a table or a list.',
      );
    }
    const left = indexes.map((index) => report(session, writes ? updated(session, index) : index));
    return left.some((faults) => faults > 0) ? 1 : 0;
  },
};

/** Writes the index, and returns it as it is then. */
function updated({ print }: Session, index: FolderIndex): FolderIndex {
  const { file, text, documents } = index;
  const after = updateIndex(text, documents);
  if (after === text) return index;
  replaceText(file, text, after);
  const before = faultsOf(index).length;
  const now = { ...index, text: after };
  const rows = count(before - faultsOf(now).length, 'row');
  print(printable(`${relativeToCwd(file)}: ${rows} written`));
  return now;
}

/** Prints the faults of an index, and returns their number. */
function report({ print }: Session, index: FolderIndex): number {
  const faults = faultsOf(index);
  const shown = relativeToCwd(index.file);
  for (const fault of faults) print(printable(`${shown}${lineOf(fault)} ${messageFor(fault)}`));
  return faults.length;
}

function faultsOf({ file, text, documents }: FolderIndex): IndexFault[] {
  const exists = (target: string): boolean => kindOf(path.resolve(path.dirname(file), target)) === 'file';
  return indexFaults(parseDocument(text), documents, exists);
}

function lineOf(fault: IndexFault): string {
  return fault.kind === 'missing' ? ':' : `:${fault.line + 1}:`;
}

function messageFor(fault: IndexFault): string {
  if (fault.kind === 'missing') return `no row for ${fault.path} "${fault.title}"`;
  if (fault.kind === 'dangling') return `the row leads to ${fault.path}, and there is no such file`;
  return `the row says "${fault.said}": expected "${fault.expected}", as in ${fault.path}`;
}
