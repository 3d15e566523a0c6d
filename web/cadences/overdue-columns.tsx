import type { DueCadence } from '../../contract/cadences.ts';
import { CADENCE_NAMES } from '../../domain/engagement/cadence-due.ts';
import { MEETING_KIND_NAMES } from '../../domain/engagement/meeting-kinds.ts';
import { paths } from '../paths.ts';
import type { Column } from '../ui/DataTable.tsx';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount, NONE } from '../ui/numbers.ts';

export const overdueColumns: readonly Column<DueCadence>[] = [
  {
    id: 'company',
    header: 'Company',
    width: 210,
    cell: ({ company }) => (
      <AnchorLink {...paths.customerEngagement(company.id)} fz="sm" fw={550} title={company.name}>
        {company.name}
      </AnchorLink>
    ),
  },
  { id: 'kind', header: 'Kind', width: 150, cell: ({ kind }) => MEETING_KIND_NAMES[kind] },
  { id: 'every', header: 'Cadence', width: 130, cell: ({ every }) => CADENCE_NAMES[every] },
  { id: 'due', header: 'Was due', width: 120, cell: ({ due }) => formatDay(due) },
  {
    id: 'overdue',
    header: 'Overdue',
    width: 100,
    numeric: true,
    cell: ({ overdue }) => formatCount(overdue, 'day', 'days'),
  },
  {
    id: 'last',
    header: 'Last held',
    width: 120,
    cell: ({ lastHeld }) =>
      lastHeld ? (
        <AnchorLink {...paths.meeting(lastHeld.id)} fz="sm">
          {formatDay(lastHeld.date)}
        </AnchorLink>
      ) : (
        'Never'
      ),
  },
  {
    id: 'planned',
    header: 'Planned',
    width: 120,
    cell: ({ planned }) =>
      planned ? (
        <AnchorLink {...paths.meeting(planned.id)} fz="sm">
          {formatDay(planned.date)}
        </AnchorLink>
      ) : (
        NONE
      ),
  },
  { id: 'owner', header: 'vCIO', width: 150, cell: ({ owner }) => owner?.name ?? NONE },
];
