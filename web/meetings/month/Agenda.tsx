import { Title } from '@mantine/core';
import type { CalendarDay } from '../../../contract/meeting-calendar.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import { fullDay } from '../../ui/days.ts';
import { DayEntries } from './DayEntries.tsx';
import classes from './month.module.css';

interface AgendaProps {
  readonly days: readonly CalendarDay[];
  readonly today: Day;
  readonly onOpen: (day: Day) => void;
}

/** The days of a month that have anything, one below the other: for narrow screens. */
export function Agenda({ days, today, onOpen }: AgendaProps) {
  return (
    <div className={classes.agenda}>
      {days.map((day) => (
        <section key={day.date} aria-label={fullDay(day.date)}>
          <Title order={3} fz="sm" className={classes.agendaDay}>
            {fullDay(day.date)}
            {day.date === today ? <b> · today</b> : null}
          </Title>
          <DayEntries day={day} onOpen={onOpen} />
        </section>
      ))}
    </div>
  );
}
