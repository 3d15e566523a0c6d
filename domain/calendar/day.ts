import type { Day } from '../portfolio/values.ts';

/**
 * The day that the workspace calls today (docs/interfaces.md, "Today"): its fixed day, else the day that `now` falls on
 * in its time zone.
 */
export function today(workspace: { readonly asOf: Day | null; readonly timeZone: string }, now: Date): Day {
  return workspace.asOf ?? dayInZone(now, workspace.timeZone);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in an IANA time zone. Throws a RangeError for an unknown zone or an invalid instant. */
export function dayInZone(instant: Date, timeZone: string): Day {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  const parts = { year: '', month: '', day: '' };
  for (const { type, value } of formatter.formatToParts(instant)) {
    if (type === 'year' || type === 'month' || type === 'day') parts[type] = value;
  }
  return `${parts.year.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

/** The same day so many months later (earlier if negative); a day that the month lacks becomes its last: 31 January + 1 = 28 February. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = split(day);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return join(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(dayNumber(day) * MILLISECONDS_A_DAY);
  date.setUTCDate(date.getUTCDate() + days);
  return join(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** How many days `to` lies after `from`; negative if it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01. */
function dayNumber(day: Day): number {
  const [year, month, date] = split(day);
  // Two-digit years mean 19xx to Date.UTC, so the year is set apart.
  return new Date(Date.UTC(2000, month - 1, date)).setUTCFullYear(year, month - 1, date) / MILLISECONDS_A_DAY;
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function split(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function join(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
