/** Calendar dates as documents write them. */

const ISO = /^(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d)/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
/** In Chinese, Japanese and Korean. */
const WORDED = /^(\d{4})[ \t]?[年년][ \t]?(\d{1,2})[ \t]?[月월][ \t]?(\d{1,2})[ \t]?[日일]/;
const YEAR_LAST_START = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True if a text starts with a valid date in the order year, month, day, such as 2026-01-02 or 2026年1月2日. */
export function opensWithDate(text: string): boolean {
  const [, year, month, day] = ISO.exec(text) ?? WORDED.exec(text) ?? [];
  return year !== undefined && isDate(Number(year), Number(month), Number(day));
}

/** True if a text starts with a valid date with the year last, such as 31.12.2026 or 12/31/2026. */
export function opensWithYearLast(text: string): boolean {
  const [, a = 0, b = 0, year = 0] = YEAR_LAST_START.exec(text)?.map(Number) ?? [];
  return isDate(year, a, b) || isDate(year, b, a);
}

/** The date that a text such as 31/12/2026 means, as `YYYY-MM-DD`; undefined if it is ambiguous or not a date. */
export function rearrangedDate(text: string): string | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) return isoDate(Number(first[1]), Number(first[2]), Number(first[3]));
  const [, a, b, year] = YEAR_LAST.exec(text)?.map(Number) ?? [];
  if (a === undefined || b === undefined || year === undefined) return undefined;
  const found = new Set([isoDate(year, a, b), isoDate(year, b, a)]);
  found.delete(undefined);
  return found.size === 1 ? [...found][0] : undefined;
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const twoDigits = (part: number): string => String(part).padStart(2, '0');
  return isDate(year, month, day) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

function isDate(year: number, month: number, day: number): boolean {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
