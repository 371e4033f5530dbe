/** How the Documents view is arranged, remembered for each workspace. */

import type { Memento } from 'vscode';
import type { Arrangement } from '../../core/listing/arrange';
import { GROUPINGS, ORDERS, SELECTIONS } from '../../core/listing/arrange';
import { property } from '../documents/commandArguments';

const KEY = 'documents.arrangement';

/** The remembered arrangement; what is missing or unknown has its default. */
export function readArrangement(state: Memento): Arrangement {
  const stored = state.get<unknown>(KEY);
  return {
    grouping: oneOf(GROUPINGS, property(stored, 'grouping')),
    order: oneOf(ORDERS, property(stored, 'order')),
    selection: oneOf(SELECTIONS, property(stored, 'selection')),
  };
}

/** Remembers an arrangement. */
export async function storeArrangement(state: Memento, arrangement: Arrangement): Promise<void> {
  await state.update(KEY, arrangement);
}

function oneOf<T extends string>(values: readonly [T, ...T[]], value: unknown): T {
  return values.find((one) => one === value) ?? values[0];
}
