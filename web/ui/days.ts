import type { Day } from '../../domain/portfolio/values.ts';

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const dayOfFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const momentFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const timeFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const fullFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });
const longFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

/** A calendar day in the reader's locale; it has no time zone, so none may shift it. */
export const formatDay = (day: Day): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

/** A calendar day with its weekday. */
export const fullDay = (day: Day): string => fullFormat.format(new Date(`${day}T00:00:00Z`));

/** The day of a moment, in the reader's own time zone. */
export const formatDayOf = (timestamp: string): string => dayOfFormat.format(new Date(timestamp));

/** A moment in the reader's own time zone. */
export const formatMoment = (timestamp: string): string => momentFormat.format(new Date(timestamp));

/** The time of day of a moment, in the reader's own time zone. */
export const formatTime = (timestamp: string): string => timeFormat.format(new Date(timestamp));

/** The day of a moment with its weekday, in the reader's own time zone. */
export const longDay = (timestamp: string): string => longFormat.format(new Date(timestamp));
