import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { MeetingOnFile } from '../../contract/records.ts';
import { MEETING_KIND_NAMES } from '../../domain/engagement/meeting-kinds.ts';
import { formatDay } from '../ui/days.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import { companyRecordsQuery } from './queries.ts';
import { RecordChecklist } from './RecordChecklist.tsx';
import classes from './records.module.css';

/** The records of a company's meetings over time: what each has, and what it misses. */
export function CompanyRecordsPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const meetings = useQuery(companyRecordsQuery(id));
  if (meetings.error) return <LoadFailed error={meetings.error} onRetry={() => void meetings.refetch()} />;
  if (!meetings.data) return <Skeleton h={360} />;
  if (meetings.data.length === 0)
    return (
      <EmptyNote title="No records yet">
        Slide decks, assessments, service desk metrics and warranty reports stand here, meeting by meeting,
        once a vCIO meeting is planned.
      </EmptyNote>
    );
  return (
    <div className={classes.page}>
      {meetings.data.map((meeting) => (
        <Panel key={meeting.id} title={titleOf(meeting)}>
          <RecordChecklist meeting={meeting.id} found={meeting} />
        </Panel>
      ))}
    </div>
  );
}

function titleOf({ kind, date, status }: MeetingOnFile): string {
  return `${MEETING_KIND_NAMES[kind]}, ${formatDay(date)}${status === 'planned' ? ' (planned)' : ''}`;
}
