import { addDays, addMonths } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';

/** So many missed days are made up for one by one. */
const DAILY = 31;

/**
 * The days that are over and have no snapshot yet, oldest first, given the last day that has one (null: none has). The
 * last 31 are made up for day by day; of a longer gap only the last day of each month, which is what retention reads.
 * History begins with yesterday: nothing is made up for the time before.
 */
export function missedDays(last: Day | null, today: Day): Day[] {
  const yesterday = addDays(today, -1);
  if (last === null) return [yesterday];
  const days: Day[] = [];
  const first = addDays(today, -DAILY);
  for (let day = lastOfMonth(addDays(last, 1)); day < first; day = lastOfMonth(addDays(day, 1)))
    days.push(day);
  for (let day = first; day <= yesterday; day = addDays(day, 1)) if (day > last) days.push(day);
  return days;
}

function lastOfMonth(day: Day): Day {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1);
}
