import type { CompanyRow, CompanySort } from '../../contract/companies.ts';
import type { Quadrant } from '../../domain/portfolio/definitions.ts';
import type { StatusStyle } from '../charts/status-style.ts';
import { paths } from '../paths.ts';
import type { Column } from '../ui/DataTable.tsx';
import { AnchorLink } from '../ui/links.tsx';
import type { Money } from '../ui/money.ts';
import { formatPercent, formatWhole } from '../ui/numbers.ts';
import { StatusLabel } from '../ui/StatusLabel.tsx';

/** A column of the list; one that the server can sort by carries its word. */
interface CustomerColumn extends Column<CompanyRow> {
  readonly id: CompanySort | 'status' | 'segment' | 'mrrOpportunity' | 'oneTimeOpportunity';
}

export function customerColumns(
  money: Money,
  statusNamed: (name: string) => StatusStyle | undefined,
  segmentNamed: (quadrant: Quadrant | null) => string,
): readonly CustomerColumn[] {
  const figure = { numeric: true, sortable: true } as const;
  return [
    {
      id: 'name',
      header: 'Company',
      width: 212,
      sortable: true,
      cell: ({ id, name }) => (
        <AnchorLink {...paths.customer(id)} fz="sm" fw={550} title={name}>
          {name}
        </AnchorLink>
      ),
    },
    {
      id: 'status',
      header: 'Health',
      width: 140,
      cell: ({ status }) => <StatusLabel name={status} status={statusNamed(status)} />,
    },
    { id: 'health', header: 'Score', width: 68, ...figure, cell: ({ health }) => formatWhole(health) },
    { id: 'mrr', header: 'MRR', width: 106, ...figure, cell: ({ mrr }) => money.full(mrr) },
    {
      id: 'employees',
      header: 'Seats',
      width: 80,
      ...figure,
      cell: ({ employees }) => formatWhole(employees),
    },
    { id: 'effort', header: 'Effort', width: 70, ...figure, cell: ({ effort }) => formatWhole(effort) },
    { id: 'segment', header: 'Segment', width: 164, cell: ({ quadrant }) => segmentNamed(quadrant) },
    {
      id: 'alignment',
      header: 'Alignment',
      width: 94,
      ...figure,
      cell: ({ alignment }) => formatPercent(alignment),
    },
    {
      id: 'mrrOpportunity',
      header: 'MRR opp.',
      width: 106,
      numeric: true,
      cell: ({ mrrOpportunity }) => money.full(mrrOpportunity),
    },
    {
      id: 'oneTimeOpportunity',
      header: 'One-time (NRR) opp.',
      width: 168,
      numeric: true,
      cell: ({ oneTimeOpportunity }) => money.full(oneTimeOpportunity),
    },
    {
      id: 'opportunity',
      header: 'Opportunity',
      width: 110,
      ...figure,
      cell: ({ mrrOpportunity, oneTimeOpportunity }) => money.full(mrrOpportunity + oneTimeOpportunity),
    },
  ];
}
