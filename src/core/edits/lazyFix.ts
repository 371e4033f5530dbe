/** A fix with lazy edits. */

import type { Message } from '../text/message';
import type { TextEdit } from '../text/text';
import type { Applicability, Fix } from './problem';

/**
 * A fix that computes its edits at the first access. It is a class because an object literal with a getter retains what
 * the getter's closure refers to. `#make` is private so that deep equality compares edits, not functions.
 */
export class LazyFix implements Fix {
  readonly #make: () => readonly TextEdit[];
  #edits: readonly TextEdit[] | undefined;

  constructor(
    readonly title: Message,
    readonly applicability: Applicability,
    make: () => readonly TextEdit[],
  ) {
    this.#make = make;
  }

  /** Empty if the change cannot be made safely. */
  get edits(): readonly TextEdit[] {
    this.#edits ??= this.#make();
    return this.#edits;
  }
}
