import { addDays, addMonths } from '../../../domain/calendar/day.ts';
import { addToMonth, type Month } from '../../../domain/calendar/month.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import { type Weekday, weekdayOf } from '../../ui/weekdays.ts';

/** The whole weeks in which a month lies, with the days of its neighbours that fill the first and the last one. */
export function weeksOf(month: Month, firstWeekday: Weekday): Day[][] {
  const weeks: Day[][] = [];
  const next = `${addToMonth(month, 1)}-01`;
  for (let day = startOfWeek(`${month}-01`, firstWeekday); day < next; day = addDays(day, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((later) => addDays(day, later)));
  return weeks;
}

function startOfWeek(day: Day, firstWeekday: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7));
}

/** Where a key leads from a day, as in any calendar; null: it leads nowhere. */
export function dayAfterKey(key: string, day: Day, firstWeekday: Weekday): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return startOfWeek(day, firstWeekday);
    case 'End':
      return addDays(startOfWeek(day, firstWeekday), 6);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return null;
  }
}
