import { Badge, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { MEETING_KIND_NAMES, MEETING_METHOD_NAMES } from '../../domain/engagement/meeting-kinds.ts';
import { ExplanationTable } from '../companies/ExplanationTable.tsx';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatWhole, NONE } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { MeetingModal } from './MeetingModal.tsx';
import { companyMeetingsQuery } from './queries.ts';
import { STATUS_BADGES } from './status-badges.ts';

/** Every meeting with a company, the latest first. */
export function CompanyMeetings({ company }: { readonly company: string }) {
  const mayEdit = useMay('edit_companies');
  const navigate = useNavigate();
  const meetings = useQuery(companyMeetingsQuery(company));
  const [planning, setPlanning] = useState(false);
  return (
    <Panel
      title="Meetings"
      actions={
        mayEdit ? (
          <Button size="xs" leftSection={<Plus size={14} aria-hidden />} onClick={() => setPlanning(true)}>
            Plan a meeting
          </Button>
        ) : null
      }
    >
      {meetings.error && !meetings.data ? (
        <LoadFailed error={meetings.error} onRetry={() => void meetings.refetch()} />
      ) : null}
      {meetings.isPending ? <Skeleton h={120} /> : null}
      {meetings.data ? (
        <ExplanationTable
          label="Meetings"
          rows={meetings.data}
          rowKey={({ id }) => id}
          counts={({ status }) => status !== 'cancelled'}
          empty="No meeting yet."
          columns={[
            {
              header: 'Date',
              cell: ({ id, date, startTime }) => (
                <AnchorLink {...paths.meeting(id)} fz="sm" fw={550}>
                  {formatDay(date)}
                  {startTime === null ? '' : `, ${startTime}`}
                </AnchorLink>
              ),
            },
            { header: 'Kind', cell: ({ kind }) => MEETING_KIND_NAMES[kind] },
            {
              header: 'Status',
              cell: ({ status }) => (
                <Badge size="sm" color={STATUS_BADGES[status].color}>
                  {STATUS_BADGES[status].label}
                </Badge>
              ),
            },
            {
              header: 'Method',
              cell: ({ method }) => (method === null ? NONE : MEETING_METHOD_NAMES[method]),
            },
            { header: 'How it went', cell: ({ sentiment }) => sentiment ?? NONE },
            { header: 'Open items', numeric: true, cell: (row) => formatWhole(row.openActionItems) },
          ]}
        />
      ) : null}
      {planning ? (
        <MeetingModal
          company={company}
          meeting={null}
          onClose={() => setPlanning(false)}
          onSaved={({ id }) => void navigate(paths.meeting(id))}
        />
      ) : null}
    </Panel>
  );
}
