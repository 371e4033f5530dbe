/**
 * Makes a shipped document its summary: the header, the summary, what links lead to, and where git has the rest. The
 * result is given only if reading it again shows that it is finished, follows its template and breaks no link.
 */

import type { Analysis } from '../analysis/analyze';
import { analyze } from '../analysis/analyze';
import type { Document } from '../document/document';
import { setStatus } from '../edits/header';
import { insertLines } from '../edits/insert';
import type { FileState } from '../plan/fileState';
import { statusField } from '../status/stage';
import { statusWord } from '../status/statusWord';
import type { Template } from '../template/template';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { readName, sameName } from '../text/names';
import { applyEdits } from '../text/text';
import { faults } from './faults';
import type { FullVersion } from './fullVersion';
import { pointerIn, pointerLine } from './fullVersion';
import type { InboundLink } from './inboundLinks';
import { keptLines } from './keptLines';
import type { Obstacle } from './obstacles';
import { obstacles } from './obstacles';
import type { Summary } from './summarySection';
import { summaryCandidates, summaryOf } from './summarySection';
import { textOfLines } from './textOfLines';

/** What is known of the document besides its text. */
export interface FinalizeFacts {
  readonly full: FullVersion;
  readonly inbound: readonly InboundLink[];
  /** The state of the files that evidence is for, by the line of its step. */
  readonly states?: ReadonlyMap<number, FileState>;
  /** The names of sections that stay as they are. */
  readonly keep?: readonly string[];
}

/**
 * A summary in place of the document; a document that is one already; the sections of which a person must choose those
 * that stay, because the template does not tell which is the summary; or why it cannot become one.
 */
export type Finalized =
  | { readonly kind: 'summary'; readonly text: string; readonly pointer: string }
  | { readonly kind: 'already'; readonly message: Message }
  | { readonly kind: 'choose'; readonly sections: readonly string[] }
  | { readonly kind: 'refused'; readonly reasons: readonly Obstacle[] };

/** The summary of a document, or the reasons against it. */
export function finalize(analysis: Analysis, facts: FinalizeFacts): Finalized {
  const { document, bound } = analysis;
  const pointer = pointerIn(document);
  if (pointer !== undefined) {
    const message = say`Line ${pointer + 1} says already where the full text is. Nothing was changed.`;
    return { kind: 'already', message };
  }
  const reasons = obstacles(analysis, facts.full, facts.states);
  if (reasons.length > 0 || !bound || facts.full.kind !== 'known') return { kind: 'refused', reasons };
  const line = pointerLine(facts.full);
  if (line === undefined) return refused(say`The path of the document cannot be written into a command.`);
  const current = withFinishedStatus(analysis);
  if (!current) return refused(say`The status cannot be set safely. Set it by hand, and commit that.`);
  return summarize(analysis, current, facts, line);
}

/** The document as it is once its status says that it is finished; undefined if that cannot be written. */
function withFinishedStatus(analysis: Analysis): Analysis | undefined {
  const { document, bound, environment } = analysis;
  if (!bound || bound.stage === 'finished') return analysis;
  const status = statusField(document);
  const edits = status ? setStatus(document, status, statusWord(bound.template, 'finished')) : [];
  const after = analyze(applyEdits(document.text, edits), environment);
  return after.bound?.stage === 'finished' ? after : undefined;
}

function summarize(before: Analysis, current: Analysis, facts: FinalizeFacts, pointer: string): Finalized {
  const { document, bound, environment } = current;
  if (!bound) return refused(say`The document fits no template.`);
  const { inbound, keep = [] } = facts;
  const unknown = keep.find((name) => !hasSection(document, name));
  if (unknown !== undefined) return refused(say`There is no section "${unknown}" to keep.`);
  const none: Summary | undefined = keep.length > 0 ? { kind: 'sections', sections: [] } : undefined;
  const summary = summaryOf(document, bound.outline) ?? none;
  if (!summary) return unsummarized(summaryCandidates(bound.outline));
  const kept = keptLines(document, summary, {
    anchors: inbound.map(({ anchor }) => anchor),
    sections: keep,
    isSelf: (path) => environment.files?.isSelf(path) ?? false,
  });
  if (document.lines.every(({ text }, line) => kept[line] || text.trim() === '')) {
    return { kind: 'already', message: say`There is nothing beside its summary. Nothing was changed.` };
  }
  const text = textOfLines(document, kept, pointer);
  const after = following(analyze(text, environment), bound.template);
  if (!after) return refused(say`Without its sections, the document would no longer follow its template.`);
  const reasons = faults(before, after, kept, inbound);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  return { kind: 'summary', text: after.document.text, pointer };
}

function unsummarized(sections: readonly string[]): Finalized {
  if (sections.length > 0) return { kind: 'choose', sections };
  return refused(say`No section of the template has text of its own, so nothing sums the document up.`);
}

function refused(message: Message): Finalized {
  return { kind: 'refused', reasons: [{ message }] };
}

function hasSection({ sections }: Document, wanted: string): boolean {
  const name = readName(wanted);
  return sections.some(({ heading }) => sameName(heading.name, name));
}

/**
 * The summary, if it follows the template. With few headings left it may not be recognized, and then names the template
 * in a comment; undefined if that does not help either.
 */
function following(summary: Analysis, template: Template): Analysis | undefined {
  if (summary.bound?.template === template) return summary;
  const { document, environment } = summary;
  const line = document.title ? document.sections[0]?.start : document.frontMatter?.end;
  const comment = `<!-- design-docs: template ${template.name} -->`;
  const edit = insertLines(document, line ?? 0, [comment]);
  const named = analyze(applyEdits(document.text, [edit]), environment);
  return named.bound?.template === template ? named : undefined;
}
