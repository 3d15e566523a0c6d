import { Anchor, Badge, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Meeting } from '../../contract/meetings.ts';
import { MEETING_KIND_NAMES, MEETING_METHOD_NAMES } from '../../domain/engagement/meeting-kinds.ts';
import { ActionItemsPanel } from '../action-items/ActionItemsPanel.tsx';
import { isRefusal } from '../api/query-client.ts';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { MeetingRecordsPanel } from '../records/MeetingRecordsPanel.tsx';
import { formatDay } from '../ui/days.ts';
import { AnchorLink, ButtonLink } from '../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { AgendaPanel } from './AgendaPanel.tsx';
import { MeetingActions } from './MeetingActions.tsx';
import classes from './meetings.module.css';
import { NextMeeting } from './NextMeeting.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import { meetingQuery } from './queries.ts';
import { STATUS_BADGES } from './status-badges.ts';

/** One meeting: prepared, held and followed up on the same page. */
export function MeetingPage() {
  const { id } = useParams({ from: '/app/meetings/$id' });
  const meeting = useQuery(meetingQuery(id));
  if (isRefusal(meeting.error, 'not_found') && !meeting.data) return <NoSuchMeeting />;
  if (!meeting.data && meeting.error)
    return <LoadFailed error={meeting.error} onRetry={() => void meeting.refetch()} />;
  if (!meeting.data) return <Skeleton h={400} />;
  return <Page key={id} meeting={meeting.data} />;
}

function Page({ meeting }: { readonly meeting: Meeting }) {
  const mayEdit = useMay('edit_companies');
  const { id, company, kind, status, date, startTime } = meeting;
  const badge = STATUS_BADGES[status];
  return (
    <>
      <PageHeader
        title={`${MEETING_KIND_NAMES[kind]}: ${company.name}`}
        note={
          <Group gap={8}>
            <Badge color={badge.color} size="sm">
              {badge.label}
            </Badge>
            <span>
              {formatDay(date)}
              {startTime === null ? '' : `, ${startTime}`}
            </span>
            <AnchorLink {...paths.customerEngagement(company.id)} fz="sm">
              Engagement of {company.name}
            </AnchorLink>
          </Group>
        }
      >
        {mayEdit ? <MeetingActions meeting={meeting} /> : null}
      </PageHeader>
      {status === 'held' ? <NextMeeting meeting={meeting} /> : null}
      <div className={classes.page}>
        <div className={classes.column}>
          <AgendaPanel meeting={meeting} />
          <NotesPanel meeting={meeting} />
          <ActionItemsPanel meeting={meeting} />
        </div>
        <div className={classes.column}>
          <Facts meeting={meeting} />
          <MeetingRecordsPanel meeting={id} />
        </div>
      </div>
    </>
  );
}

function Facts({ meeting }: { readonly meeting: Meeting }) {
  const { company, method, durationMinutes, location, escalation } = meeting;
  const clients = [
    ...meeting.clientAttendees.map(({ name, title }) => (title === null ? name : `${name} (${title})`)),
    ...meeting.otherAttendees,
  ];
  return (
    <Panel title="When, where, who">
      <dl className={classes.facts}>
        <dt>Method</dt>
        <dd>{method === null ? 'Not decided' : MEETING_METHOD_NAMES[method]}</dd>
        {durationMinutes === null ? null : (
          <>
            <dt>Duration</dt>
            <dd>{durationMinutes} minutes</dd>
          </>
        )}
        {location === null ? null : (
          <>
            <dt>Place or link</dt>
            <dd>
              {/^https:\/\//.test(location) ? (
                <Anchor href={location} target="_blank" rel="noreferrer" fz="sm">
                  {location}
                </Anchor>
              ) : (
                location
              )}
            </dd>
          </>
        )}
        <dt>From our side</dt>
        <dd>{meeting.attendees.map(({ name }) => name).join(', ') || 'Nobody yet'}</dd>
        <dt>From the client</dt>
        <dd>{clients.join(', ') || 'Nobody yet'}</dd>
        {escalation ? (
          <>
            <dt>Escalation</dt>
            <dd>
              <AnchorLink {...paths.customerEngagement(company.id)} fz="sm">
                {escalation.title}
              </AnchorLink>
            </dd>
          </>
        ) : null}
        {meeting.recommendations.length > 0 ? (
          <>
            <dt>Recommendations</dt>
            <dd>
              {meeting.recommendations.map(({ id, title }, at) => (
                <span key={id}>
                  {at === 0 ? '' : ', '}
                  <AnchorLink {...paths.recommendation(company.id, id)} fz="sm">
                    {title}
                  </AnchorLink>
                </span>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </Panel>
  );
}

function NoSuchMeeting() {
  return (
    <EmptyNote
      title="There is no such meeting"
      action={
        <ButtonLink {...paths.meetings()} variant="default" mt="xs">
          All meetings
        </ButtonLink>
      }
    >
      It may have been deleted, or be with a company that is not among those you see.
    </EmptyNote>
  );
}
