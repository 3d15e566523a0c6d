import { addDays } from './day.ts';

const IN_EVERY_MONTH = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** True for a day of the calendar from 0001-01-01 to 9999-12-31, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (text.startsWith('0000')) return false;
  return IN_EVERY_MONTH.test(text) || (/^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text);
}
