import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CalendarDay } from '../../../contract/meeting-calendar.ts';
import { type Month, monthOf } from '../../../domain/calendar/month.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import { fullDay } from '../../ui/days.ts';
import { monthName } from '../../ui/months.ts';
import { formatCount } from '../../ui/numbers.ts';
import { FIRST_WEEKDAY, shortWeekday, weekdayName } from '../../ui/weekdays.ts';
import { DayEntries } from './DayEntries.tsx';
import classes from './month.module.css';
import { dayAfterKey } from './weeks.ts';

interface MonthGridProps {
  readonly month: Month;
  readonly weeks: readonly (readonly Day[])[];
  readonly today: Day;
  readonly days: ReadonlyMap<Day, CalendarDay>;
  readonly onMonth: (month: Month) => void;
  readonly onOpen: (day: Day) => void;
}

/** A month as a table of weeks. The arrow keys go from day to day, Page Up and Down from month to month. */
export function MonthGrid({ month, weeks, today, days, onMonth, onOpen }: MonthGridProps) {
  const { frame, focused, onKeyDown } = useDayKeys(month, today, onMonth);
  return (
    <table ref={frame} className={classes.grid} aria-label={monthName(month)}>
      <thead>
        <tr>
          {weeks[0]!.map((day) => (
            <th key={day} scope="col" abbr={weekdayName(day)}>
              {shortWeekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                data-outside={monthOf(day) !== month || undefined}
                data-today={day === today || undefined}
              >
                <UnstyledButton
                  className={classes.number}
                  data-day={day}
                  tabIndex={day === focused ? 0 : -1}
                  aria-current={day === today ? 'date' : undefined}
                  aria-label={`${fullDay(day)}: ${countWords(days.get(day))}`}
                  onClick={() => onOpen(day)}
                  onKeyDown={(event) => onKeyDown(event, day)}
                >
                  {Number(day.slice(8))}
                </UnstyledButton>
                {days.has(day) ? <DayEntries day={days.get(day)!} onOpen={onOpen} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const countWords = (day: CalendarDay | undefined): string =>
  day ? formatCount(day.count, 'entry', 'entries') : 'nothing';

/** One day can be reached by Tab; from there the keys lead on, into other months as well. */
function useDayKeys(month: Month, today: Day, onMonth: (month: Month) => void) {
  const frame = useRef<HTMLTableElement>(null);
  const [moved, setMoved] = useState<Day | null>(null);
  const towards = useRef<Day | null>(null);
  const start = monthOf(today) === month ? today : `${month}-01`;
  const focused = moved !== null && monthOf(moved) === month ? moved : start;
  // without dependencies: the day may stand in a month that is shown later
  useEffect(() => {
    if (towards.current !== focused) return;
    towards.current = null;
    frame.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)?.focus();
  });
  const onKeyDown = (event: KeyboardEvent, day: Day) => {
    const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
    const next = plain ? dayAfterKey(event.key, day, FIRST_WEEKDAY) : null;
    if (next === null) return;
    event.preventDefault();
    towards.current = next;
    setMoved(next);
    if (monthOf(next) !== month) onMonth(monthOf(next));
  };
  return { frame, focused, onKeyDown };
}
