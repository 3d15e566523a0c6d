import type { Day } from '../../domain/portfolio/values.ts';

/** A day of the week, from 0 (Sunday) to 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

interface WeekInfo {
  /** From 1 (Monday) to 7. */
  readonly firstDay: number;
}

/** Firefox knows the method, Safari the property, and some browsers neither. */
type LocaleWithWeek = Intl.Locale & { readonly weekInfo?: WeekInfo; getWeekInfo?(): WeekInfo };

/** With which day weeks begin where the reader lives; Monday, where the browser does not know. */
export const FIRST_WEEKDAY: Weekday = firstWeekday(
  new Intl.Locale(new Intl.DateTimeFormat().resolvedOptions().locale),
);

function firstWeekday(locale: LocaleWithWeek): Weekday {
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 };
  return (firstDay % 7) as Weekday;
}

export const weekdayOf = (day: Day): Weekday => new Date(`${day}T00:00:00Z`).getUTCDay() as Weekday;

const [long, short] = (['long', 'short'] as const).map(
  (weekday) => new Intl.DateTimeFormat(undefined, { weekday, timeZone: 'UTC' }),
);

/** "Sunday" and "Sun" */
export const weekdayName = (day: Day): string => long!.format(new Date(`${day}T00:00:00Z`));
export const shortWeekday = (day: Day): string => short!.format(new Date(`${day}T00:00:00Z`));
