import type { Month } from '../../domain/calendar/month.ts';

const [long, short] = (['long', 'short'] as const).map(
  (month) => new Intl.DateTimeFormat(undefined, { month, year: 'numeric', timeZone: 'UTC' }),
);

const firstOf = (month: Month) => new Date(`${month}-01T00:00:00Z`);

/** "October 2026" */
export const monthName = (month: Month): string => long!.format(firstOf(month));

/** "Oct 2026" */
export const shortMonth = (month: Month): string => short!.format(firstOf(month));
