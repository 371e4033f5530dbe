import { folderNumberFault, numberFault } from '../folder/fileNumbers';
import { ownName } from '../folder/ownName';
import { indexNames, isIndexName, namesAbove, namesBeside } from '../folder/readIndex';
import { say } from '../text/message';
import { lastName } from '../text/paths';
import { lineStart } from '../text/text';
import type { Rule } from './rule';

export const fileNumber: Rule = {
  id: 'file-number',
  summary: say`The number in the file's name is taken by another document, or missing.`,
  help: `A number is the name by which people and commits refer to a document, so it must be of one document. Of two files
with one number, the later name is reported; \`0027-2-name.md\` says that the number is taken on purpose. Where nearly
all documents of a folder have numbers, a draft without one is reported, too. Numbers that most files of a folder share,
such as years, are none of a document. Folders of one document each, such as \`0027-name/README.md\`, are compared in the
same way.`,
  severity: 'warning',
  stages: ['draft', 'progress', 'finished', 'dead', 'reference', 'retrospective', 'unknown'],
  *check({ document, stage, environment }) {
    const { path } = environment;
    const range = document.title?.range ?? lineStart(0);
    if (path !== undefined && isIndexName(lastName(path))) {
      const isDocument = (name: string): boolean =>
        indexNames(environment.files?.beside(`../${name}/${lastName(path)}`) ?? []).length > 0;
      const taken = folderNumberFault(ownName(path), namesAbove(environment), isDocument);
      if (!taken) return;
      const { digits, by, next } = taken;
      const message = say`The number ${digits} is taken by the folder "${by}": expected one of its own; the next is ${next}. Rename this document's folder.`;
      yield { range, message };
      return;
    }
    const fault = path === undefined ? undefined : numberFault(lastName(path), namesBeside(environment));
    if (!fault || (fault.kind === 'missing' && stage !== 'draft')) return;
    const message =
      fault.kind === 'taken'
        ? say`The number ${fault.digits} is taken by "${fault.by}": expected one of its own; the next in this folder is ${fault.next}.`
        : say`The file's name has no number: expected one, as other documents here have; the next in this folder is ${fault.next}.`;
    yield { range, message, commands: ['renumber'] };
  },
};
