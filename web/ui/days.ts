import type { Day } from '../../domain/portfolio/values.ts';

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const momentFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A calendar day in the reader's locale; it has no time zone, so none may shift it. */
export const formatDay = (day: Day): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

/** A moment in the reader's own time zone. */
export const formatMoment = (timestamp: string): string => momentFormat.format(new Date(timestamp));
