import type { Succession, SuccessionLink } from '../document/succession';
import { readSuccession } from '../document/succession';
import type { Problem } from '../edits/problem';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { pathFrom } from '../text/paths';
import type { Files, Rule } from './rule';

export const supersedeLink: Rule = {
  id: 'supersede-link',
  summary: say`A document supersedes another one, or is superseded by it, and the other does not say so.`,
  help: `Whoever opens a superseded record must find the one that holds instead, and the new record says what it
replaces. So the links go both ways: \`Supersedes [2. Two](0002-two.md)\` in the new record, and
\`Superseded by [3. Three](0003-three.md)\` in the status of the old one. \`design-docs new --supersedes 2\` writes both
ends. A draft supersedes nothing yet, so only its other end is checked.`,
  severity: 'hint',
  stages: ['draft', 'progress', 'finished', 'dead', 'reference', 'retrospective', 'unknown'],
  *check({ document, stage, environment: { files } }) {
    if (!files) return;
    const { supersedes, supersededBy } = readSuccession(document);
    yield* oneWay(supersededBy, files, 'supersedes');
    if (stage !== 'draft') yield* oneWay(supersedes, files, 'supersededBy');
  },
};

/** Says that the document at a path has no link back. */
const SAYING: Readonly<Record<keyof Succession, (path: string) => Message>> = {
  supersedes: (path) =>
    say`"${path}" does not say that it supersedes this document: expected "Supersedes" with a link to it.`,
  supersededBy: (path) =>
    say`"${path}" does not say that it is superseded by this document: expected "Superseded by" with a link to it.`,
};

/** The links to documents that do not link back. A document that cannot be read is left to broken-link. */
function* oneWay(links: readonly SuccessionLink[], files: Files, back: keyof Succession): Generator<Problem> {
  for (const { path, range } of links) {
    const other = files.isSelf(path) ? undefined : files.anchors(path);
    if (!other || other.succession[back].some((link) => files.isSelf(pathFrom(path, link.path)))) continue;
    yield { range, message: SAYING[back](path) };
  }
}
