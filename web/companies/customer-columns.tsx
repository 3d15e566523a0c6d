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
  readonly id: CompanySort | 'segment' | 'mrrOpportunity' | 'oneTimeOpportunity';
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
      width: 230,
      sortable: true,
      cell: ({ id, name }) => (
        <AnchorLink {...paths.customer(id)} fz="sm" fw={550}>
          {name}
        </AnchorLink>
      ),
    },
    {
      id: 'health',
      header: 'Health',
      width: 170,
      sortable: true,
      cell: ({ status, health }) => (
        <>
          <StatusLabel name={status} status={statusNamed(status)} />
          {health === null ? '' : ` · ${formatWhole(health)}`}
        </>
      ),
    },
    { id: 'mrr', header: 'MRR', width: 120, ...figure, cell: ({ mrr }) => money.full(mrr) },
    {
      id: 'employees',
      header: 'Seats',
      width: 80,
      ...figure,
      cell: ({ employees }) => formatWhole(employees),
    },
    { id: 'effort', header: 'Effort', width: 80, ...figure, cell: ({ effort }) => formatWhole(effort) },
    { id: 'segment', header: 'Segment', width: 180, cell: ({ quadrant }) => segmentNamed(quadrant) },
    {
      id: 'alignment',
      header: 'Alignment',
      width: 100,
      ...figure,
      cell: ({ alignment }) => formatPercent(alignment),
    },
    {
      id: 'mrrOpportunity',
      header: 'MRR opp.',
      width: 120,
      numeric: true,
      cell: ({ mrrOpportunity }) => money.full(mrrOpportunity),
    },
    {
      id: 'oneTimeOpportunity',
      header: 'One-time (NRR) opp.',
      width: 150,
      numeric: true,
      cell: ({ oneTimeOpportunity }) => money.full(oneTimeOpportunity),
    },
    {
      id: 'opportunity',
      header: 'Opportunity',
      width: 120,
      ...figure,
      cell: ({ mrrOpportunity, oneTimeOpportunity }) => money.full(mrrOpportunity + oneTimeOpportunity),
    },
  ];
}
