/** A fix whose edits are made when they are asked for. */

import type { TextEdit } from '../text/text';
import type { Applicability, Fix } from './problem';

/**
 * A class, for an object literal with a getter keeps what the getter refers to. How the edits are made is private, so
 * that two fixes are equal that do the same.
 */
export class LazyFix implements Fix {
  readonly #make: () => readonly TextEdit[];
  #edits: readonly TextEdit[] | undefined;

  constructor(
    readonly title: string,
    readonly applicability: Applicability,
    make: () => readonly TextEdit[],
  ) {
    this.#make = make;
  }

  /** None where the change cannot be made safely. */
  get edits(): readonly TextEdit[] {
    this.#edits ??= this.#make();
    return this.#edits;
  }
}
