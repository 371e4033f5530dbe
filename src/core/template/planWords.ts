/** Recognizes names and guidance of plans and of next steps, by words of the vocabulary. */

import { isPlain } from '../text/unicode';
import words from '../vocabulary/plans.json';

/** A pattern for ASCII text, and one for all scripts, which is slow to compile. */
interface Patterns {
  readonly ascii: RegExp;
  readonly all: () => RegExp;
}

const PLAN = patternsOf(words.planWords.split(', '), words.planStems.split(', '));
const NEXT = patternsOf(words.nextWords.split(', '), []);

/** True if a name or guidance mentions a plan, steps, tasks or milestones. */
export function namesPlan(text: string): boolean {
  return matches(PLAN, text);
}

/** True if a name or guidance mentions the next steps. */
export function namesNextSteps(text: string): boolean {
  return matches(NEXT, text);
}

function matches({ ascii, all }: Patterns, text: string): boolean {
  return (isPlain(text) ? ascii : all()).test(text);
}

/** Whole words, and stems that may stand anywhere in a word; a stem that ends with `$` only at its end. */
function patternsOf(whole: readonly string[], stems: readonly string[]): Patterns {
  const source = (known: readonly string[], letter: string): string => {
    const alternatives = known.map((word) => word.replaceAll(' ', String.raw`[ \t\n]+`));
    const parts = stems.map((stem) => stem.replace(/\$$/, `(?!${letter})`));
    return [`(?<!${letter})(?:${alternatives.join('|')})(?!${letter})`, ...parts].join('|');
  };
  const unicode: { pattern?: RegExp } = {};
  return {
    ascii: new RegExp(source(whole.filter(isPlain), '[A-Za-z0-9]'), 'i'),
    all: () => {
      unicode.pattern ??= new RegExp(source(whole, String.raw`[\p{L}\p{N}]`), 'iu');
      return unicode.pattern;
    },
  };
}
