/** Guards for values that were parsed from JSON. */

import type { MessageJson } from '../text/message';

/** True if a value has a type. */
export type Guard<T> = (value: unknown) => value is T;

/** The value of a JSON text; undefined if the text is damaged. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isNumber: Guard<number> = (value) => typeof value === 'number';
export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';
export const isTextOrNull: Guard<string | null> = (value) => value === null || isText(value);
export const isTextOrNone: Guard<string | undefined> = (value) => value === undefined || isText(value);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A guard for an object of which every value passes. */
export function recordOf<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.values(value).every(guard);
}

/** A guard for a list of which every item passes. */
export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

/** A guard for an object. Needs a guard for each field, so that the compiler reports a field without one. */
export function objectOf<T>(guards: { readonly [Name in keyof T]-?: Guard<T[Name]> }): Guard<T> {
  const fields = Object.entries<Guard<unknown>>(guards);
  return (value): value is T => isRecord(value) && fields.every(([name, guard]) => guard(value[name]));
}

const isArgument: Guard<MessageJson['args'][number]> = (value) =>
  isText(value) || isNumber(value) || isMessage(value);

export const isMessage: Guard<MessageJson> = objectOf({ message: isText, args: listOf(isArgument) });
