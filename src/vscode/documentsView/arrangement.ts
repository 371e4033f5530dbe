/** How the Documents view is arranged, remembered for each workspace. */

import type { Memento } from 'vscode';
import type { Arrangement } from '../../core/listing/arrange';
import { GROUPINGS, ORDERS, SELECTIONS } from '../../core/listing/arrange';
import { property } from '../documents/commandArguments';
import { settings } from '../manifest/settings';
import { readSetting } from '../settings/settings';

const KEY = 'documents.arrangement';

/** The remembered arrangement; what is missing or unknown has its default, which a setting gives for the groups. */
export function readArrangement(state: Memento): Arrangement {
  const stored = state.get<unknown>(KEY);
  return {
    grouping:
      GROUPINGS.find((one) => one === property(stored, 'grouping')) ?? readSetting(settings.documentsGroupBy),
    order: oneOf(ORDERS, property(stored, 'order')),
    selection: oneOf(SELECTIONS, property(stored, 'selection')),
  };
}

/** Remembers a change of the arrangement. */
export async function storeArrangement(state: Memento, change: Partial<Arrangement>): Promise<void> {
  const stored = state.get<Partial<Arrangement>>(KEY);
  await state.update(KEY, { ...stored, ...change });
}

function oneOf<T extends string>(values: readonly [T, ...T[]], value: unknown): T {
  return values.find((one) => one === value) ?? values[0];
}
