import { Skeleton, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addDays } from '../../../domain/calendar/day.ts';
import { addToMonth, type Month, monthOf } from '../../../domain/calendar/month.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import { useMe } from '../../me/queries.ts';
import { LoadFailed } from '../../ui/Notes.tsx';
import panel from '../../ui/Panel.module.css';
import { FIRST_WEEKDAY } from '../../ui/weekdays.ts';
import { filtersOf, type MeetingsView } from '../meetings-view.ts';
import { meetingCalendarQuery } from '../queries.ts';
import { Agenda } from './Agenda.tsx';
import { DayDrawer } from './DayDrawer.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { MonthHead } from './MonthHead.tsx';
import classes from './month.module.css';
import { weeksOf } from './weeks.ts';

interface MonthViewProps {
  readonly view: MeetingsView;
  readonly onChange: (part: Partial<MeetingsView>) => void;
}

/** So many entries of a day have room in the table, and in the agenda that stands for it on a narrow screen. */
const [IN_TABLE, IN_AGENDA] = [3, 12];

/** The meetings of a month day by day, with what is due by cadence. */
export function MonthView({ view, onChange }: MonthViewProps) {
  const { asOf } = useMe().workspace;
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const month = view.month ?? monthOf(asOf);
  const weeks = weeksOf(month, FIRST_WEEKDAY);
  const span = narrow
    ? { from: `${month}-01`, to: addDays(`${addToMonth(month, 1)}-01`, -1), perDay: IN_AGENDA }
    : { from: weeks[0]![0]!, to: weeks.at(-1)![6]!, perDay: IN_TABLE };
  const calendar = useQuery({
    ...meetingCalendarQuery({ ...span, ...filtersOf(view) }),
    placeholderData: keepPreviousData,
  });
  const items = calendar.data;
  const days = useMemo(() => new Map(items?.map((day) => [day.date, day])), [items]);
  const onMonth = (next: Month) => onChange({ month: next === monthOf(asOf) ? null : next });
  const onOpen = (day: Day) => onChange({ day });
  const ofMonth = items?.filter(({ date }) => monthOf(date) === month) ?? [];
  const waiting = !items || (calendar.isPlaceholderData && ofMonth.length === 0);
  return (
    <section className={panel.panel} aria-label="Meetings of the month" aria-busy={calendar.isFetching}>
      <MonthHead month={month} today={asOf} onMonth={onMonth} />
      {!waiting && ofMonth.length === 0 ? (
        <Text className={classes.empty} c="dimmed" fz="sm">
          No meeting and nothing due by cadence in this month{isFiltered(view) ? ', with these filters' : ''}.
        </Text>
      ) : null}
      {calendar.error && !calendar.isFetching && waiting ? (
        <LoadFailed error={calendar.error} onRetry={() => void calendar.refetch()} />
      ) : narrow && waiting ? (
        <Skeleton h={320} m="md" w="auto" />
      ) : narrow ? (
        <Agenda days={ofMonth} today={asOf} onOpen={onOpen} />
      ) : (
        <MonthGrid month={month} weeks={weeks} today={asOf} days={days} onMonth={onMonth} onOpen={onOpen} />
      )}
      {view.day === null ? null : (
        <DayDrawer day={view.day} view={view} onClose={() => onChange({ day: null })} />
      )}
    </section>
  );
}

const isFiltered = ({ kind, owner, company }: MeetingsView): boolean =>
  kind !== null || owner !== null || company !== null;
