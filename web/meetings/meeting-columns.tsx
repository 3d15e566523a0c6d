import type { MeetingRow } from '../../contract/meetings.ts';
import { MEETING_KIND_NAMES, MEETING_METHOD_NAMES } from '../../domain/engagement/meeting-kinds.ts';
import { paths } from '../paths.ts';
import type { Column } from '../ui/DataTable.tsx';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatWhole, NONE } from '../ui/numbers.ts';

/** The columns of a list of meetings; only those that were held have a sentiment. */
export function meetingColumns(upcoming: boolean): readonly Column<MeetingRow>[] {
  return [
    {
      id: 'date',
      header: 'Date',
      width: 170,
      cell: ({ id, date, startTime }) => (
        <AnchorLink {...paths.meeting(id)} fz="sm" fw={550}>
          {formatDay(date)}
          {startTime === null ? '' : `, ${startTime}`}
        </AnchorLink>
      ),
    },
    {
      id: 'company',
      header: 'Company',
      width: 210,
      cell: ({ company }) => (
        <AnchorLink {...paths.customerEngagement(company.id)} fz="sm" title={company.name}>
          {company.name}
        </AnchorLink>
      ),
    },
    { id: 'kind', header: 'Kind', width: 150, cell: ({ kind }) => MEETING_KIND_NAMES[kind] },
    {
      id: 'method',
      header: 'Method',
      width: 100,
      cell: ({ method }) => (method === null ? NONE : MEETING_METHOD_NAMES[method]),
    },
    { id: 'owner', header: 'vCIO', width: 150, cell: ({ owner }) => owner?.name ?? NONE },
    {
      id: 'attendees',
      header: 'Attendees',
      width: 90,
      numeric: true,
      cell: ({ attendees }) => formatWhole(attendees),
    },
    ...(upcoming
      ? []
      : [
          {
            id: 'sentiment',
            header: 'How it went',
            width: 110,
            cell: ({ sentiment }: MeetingRow) => sentiment ?? NONE,
          },
          {
            id: 'open',
            header: 'Open action items',
            width: 130,
            numeric: true,
            cell: ({ openActionItems }: MeetingRow) => formatWhole(openActionItems),
          },
        ]),
  ];
}
