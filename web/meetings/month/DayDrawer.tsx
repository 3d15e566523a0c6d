import { Button, Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { Day } from '../../../domain/portfolio/values.ts';
import { useMay } from '../../me/queries.ts';
import { fullDay } from '../../ui/days.ts';
import { LoadFailed } from '../../ui/Notes.tsx';
import { filtersOf, type MeetingsView } from '../meetings-view.ts';
import { PlanMeeting } from '../PlanMeeting.tsx';
import { meetingCalendarQuery } from '../queries.ts';
import { DayEntries } from './DayEntries.tsx';

interface DayDrawerProps {
  readonly day: Day;
  readonly view: MeetingsView;
  readonly onClose: () => void;
}

/** All of a day, and a meeting to be planned on it. */
export function DayDrawer({ day, view, onClose }: DayDrawerProps) {
  const mayEdit = useMay('edit_companies');
  const [planning, setPlanning] = useState(false);
  const calendar = useQuery(meetingCalendarQuery({ from: day, to: day, ...filtersOf(view) }));
  return (
    <Drawer
      opened
      onClose={onClose}
      // Escape belongs to the dialog on top
      closeOnEscape={!planning}
      position="right"
      size={460}
      title={<b>{fullDay(day)}</b>}
    >
      <Stack gap="sm">
        {calendar.isPending ? <Skeleton h={120} /> : null}
        {calendar.error ? (
          <LoadFailed error={calendar.error} onRetry={() => void calendar.refetch()} />
        ) : null}
        {calendar.data?.length === 0 ? <Text c="dimmed">Nothing on this day.</Text> : null}
        {calendar.data?.map((one) => (
          <DayEntries key={one.date} day={one} detailed onOpen={() => undefined} />
        ))}
        {mayEdit ? (
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => setPlanning(true)}
          >
            Plan a meeting on this day
          </Button>
        ) : null}
      </Stack>
      {planning ? <PlanMeeting company={view.company} date={day} onClose={() => setPlanning(false)} /> : null}
    </Drawer>
  );
}
