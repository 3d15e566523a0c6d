import { UnstyledButton } from '@mantine/core';
import type { CalendarDay } from '../../../contract/meeting-calendar.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import { fullDay } from '../../ui/days.ts';
import { Entry } from './Entry.tsx';
import classes from './month.module.css';

interface DayEntriesProps {
  readonly day: CalendarDay;
  /** Says more of each entry. */
  readonly detailed?: boolean;
  readonly onOpen: (day: Day) => void;
}

/** What a day has, as far as there is room; what is left opens the day. */
export function DayEntries({ day, detailed = false, onOpen }: DayEntriesProps) {
  const more = day.count - day.entries.length;
  return (
    <ul className={classes.entries}>
      {day.entries.map((entry) => (
        <li key={`${entry.company.id} ${entry.kind} ${entry.why === null ? entry.meeting?.id : 'due'}`}>
          <Entry entry={entry} detailed={detailed} />
        </li>
      ))}
      {more > 0 ? (
        <li>
          <UnstyledButton
            className={classes.more}
            onClick={() => onOpen(day.date)}
            aria-label={`${more} more on ${fullDay(day.date)}`}
          >
            {more} more
          </UnstyledButton>
        </li>
      ) : null}
    </ul>
  );
}
