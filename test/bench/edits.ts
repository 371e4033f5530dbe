/** What an edit costs, from the change that an editor tells of to findings that can be shown. */

import type { Analysis, Environment } from '../../src/core/analysis/analyze';
import { analyze, analyzeDocument } from '../../src/core/analysis/analyze';
import { updateDocument } from '../../src/core/incremental/update';
import { planSections } from '../../src/core/plan/sections';
import type { TextEdit } from '../../src/core/text/text';
import { lineStart, range } from '../../src/core/text/text';
import type { Candidate } from './candidates';

/** The edits on a text, turn by turn; what is typed in one turn is taken back in the next. */
type Script = (start: Analysis) => (turn: number) => TextEdit;

/** In how many places edits are made in turn. */
const PLACES = 50;
const TOP = 20;

/** By name, made when asked for. The first run of each reads the whole text; there are enough to warm up. */
export function editCandidates(environment: () => Environment): Readonly<Record<string, () => Candidate>> {
  const typed = (script: Script) => () => typing(environment(), script);
  const opened = (mark: string, back: boolean) => () => opening(environment(), mark, back);
  return {
    'keystroke in prose': typed((start) => typedAt(proseLines(start), 'a')),
    'keystroke in a heading': typed((start) => typedAt(headingLines(start), 'a')),
    'new line': typed((start) => typedAt(proseLines(start), '\n')),
    'checkbox ticked': typed(ticking),
    'random character': typed(scattered),
    'fence opened': opened('````', false),
    'fence taken back': opened('````', true),
    'comment opened': opened('<!--', false),
    'comment taken back': opened('<!--', true),
    'lines joined': () => {
      let lines: string[] | undefined;
      return (text) => {
        lines ??= text.split('\n');
        return lines.join('\n').length;
      };
    },
  };
}

/** Types on and on. */
function typing(environment: Environment, script: Script): Candidate {
  let current: Analysis | undefined;
  let edit: ReturnType<Script> | undefined;
  let turn = 0;
  return (text) => {
    current ??= analyze(text, environment);
    edit ??= script(current);
    current = analyzeDocument(updateDocument(current.document, [edit(turn++)]), environment);
    return current.findings.length;
  };
}

/** Opens at the top what swallows all that follows, or takes it back, again and again from the same text. */
function opening(environment: Environment, mark: string, back: boolean): Candidate {
  let before: Analysis | undefined;
  const change = (from: Analysis, edit: TextEdit): Analysis =>
    analyzeDocument(updateDocument(from.document, [edit]), environment);
  const open = { range: lineStart(TOP), newText: `${mark}\n` };
  const undo = { range: range(TOP, 0, TOP + 1, 0), newText: '' };
  return (text) => {
    if (!before) {
      const start = analyze(text, environment);
      before = back ? change(start, open) : start;
    }
    return change(before, back ? undo : open).findings.length;
  };
}

function typedAt(lines: readonly number[], text: string): (turn: number) => TextEdit {
  return (turn) => {
    const line = lines[(turn >> 1) % lines.length] ?? 0;
    if (turn % 2 === 0) return { range: range(line, 4, line, 4), newText: text };
    return { range: text === '\n' ? range(line, 4, line + 1, 0) : range(line, 4, line, 5), newText: '' };
  };
}

/** Paragraphs all over the text, those of the plan aside. */
function proseLines({ document, bound }: Analysis): number[] {
  const planned = planSections(document, bound?.outline);
  const prose = document.blocks.filter(
    (block) =>
      block.kind === 'paragraph' &&
      block.content.length > 40 &&
      !planned.some(({ start, end }) => block.start >= start && block.start < end),
  );
  return spread(prose.map(({ start }) => start));
}

function headingLines({ document }: Analysis): number[] {
  return spread(document.sections.map(({ start }) => start));
}

function ticking({ document }: Analysis): (turn: number) => TextEdit {
  const boxes = document.allBlocks.flatMap(({ box }) => (box?.task ? [box] : []));
  const places = spread(boxes);
  return (turn) => {
    const box = places[(turn >> 1) % places.length];
    return {
      range: box?.range ?? lineStart(0),
      newText: (turn % 2 === 0) === (box?.mark === ' ') ? 'x' : ' ',
    };
  };
}

/** Single characters anywhere, the same in each run, each taken back by the next turn. */
function scattered({ document }: Analysis): (turn: number) => TextEdit {
  const { lines } = document;
  return (turn) => {
    const place = turn >> 1;
    const line = (place * 7919) % lines.length;
    const character = (place * 104729) % ((lines[line]?.text.length ?? 0) + 1);
    if (turn % 2 === 1) return { range: range(line, character, line, character + 1), newText: '' };
    const newText = '`*-# abcdefghijklmnopqrstuvwxyz'[(place * 31) % 31] ?? 'a';
    return { range: range(line, character, line, character), newText };
  };
}

function spread<T>(all: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(all.length / PLACES));
  return all.filter((_, at) => at % step === 0);
}
