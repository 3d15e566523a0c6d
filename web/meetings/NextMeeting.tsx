import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { useState } from 'react';
import type { Meeting } from '../../contract/meetings.ts';
import { CADENCE_NAMES } from '../../domain/engagement/cadence-due.ts';
import { MEETING_KIND_NAMES } from '../../domain/engagement/meeting-kinds.ts';
import { companyCadencesQuery } from '../cadences/queries.ts';
import { useMay, useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { MeetingModal } from './MeetingModal.tsx';

/** After the last meeting of a kind that was held: when the next is due by its cadence, planned by one button. */
export function NextMeeting({ meeting }: { readonly meeting: Meeting }) {
  const { asOf } = useMe().workspace;
  const mayEdit = useMay('edit_companies');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const cadences = useQuery(companyCadencesQuery(meeting.company.id)).data ?? [];
  const cadence = cadences.find(({ kind }) => kind === meeting.kind);
  if (!cadence?.set || cadence.lastHeld?.id !== meeting.id) return null;
  const { due, every, method } = cadence.set;
  const kind = MEETING_KIND_NAMES[meeting.kind];
  return (
    <Alert
      variant="light"
      color="teal"
      mb="sm"
      p="sm"
      icon={<CalendarPlus size={18} aria-hidden />}
      title={`Next ${kind.toLowerCase().replace('vcio', 'vCIO')}`}
    >
      <Group gap="sm" justify="space-between">
        <Text fz="sm">
          {CADENCE_NAMES[every]}: due by {formatDay(due)}.{' '}
          {cadence.planned ? (
            <AnchorLink {...paths.meeting(cadence.planned.id)} fz="sm" underline="always">
              Planned for {formatDay(cadence.planned.date)}
            </AnchorLink>
          ) : (
            'None is planned.'
          )}
        </Text>
        {mayEdit && !cadence.planned ? (
          <Button size="xs" onClick={() => setOpen(true)}>
            Plan it
          </Button>
        ) : null}
      </Group>
      {open ? (
        <MeetingModal
          company={meeting.company.id}
          meeting={null}
          begin={{
            kind: meeting.kind,
            date: [due, asOf].toSorted().at(-1)!,
            startTime: meeting.startTime,
            durationMinutes: meeting.durationMinutes,
            method: method ?? meeting.method,
            location: meeting.location,
            attendees: meeting.attendees.map(({ id }) => id),
            clientAttendees: meeting.clientAttendees.map(({ id }) => id),
            otherAttendees: meeting.otherAttendees,
          }}
          onClose={() => setOpen(false)}
          onSaved={({ id }) => void navigate(paths.meeting(id))}
        />
      ) : null}
    </Alert>
  );
}
