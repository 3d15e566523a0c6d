import type { Renewal, Renewals } from '../../contract/renewals.ts';
import type { StatusStyle } from '../charts/status-style.ts';
import { vendorName } from '../contracts/vendor-name.ts';
import { paths } from '../paths.ts';
import type { Column } from '../ui/DataTable.tsx';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import type { Money } from '../ui/money.ts';
import { formatCount } from '../ui/numbers.ts';
import { StatusLabel } from '../ui/StatusLabel.tsx';
import { daysAhead } from './horizon.ts';
import type { RenewalSort } from './renewals-view.ts';

interface RenewalColumn extends Column<Renewal> {
  readonly id: RenewalSort | 'days';
}

/** What a renewal is sorted by, column by column. */
export const SORT_BY: Readonly<Record<RenewalSort, (renewal: Renewal) => number | string | null>> = {
  end: ({ days }) => days,
  company: ({ company }) => company.name,
  status: ({ status }) => status,
  contract: ({ contract }) => contract.name,
  vendor: ({ vendor }) => vendor,
  mrr: ({ mrr }) => mrr,
};

export function renewalColumns(
  total: Renewals['totals'][number] | undefined,
  money: Money,
  statusNamed: (name: string) => StatusStyle | undefined,
): readonly RenewalColumn[] {
  return [
    {
      id: 'company',
      header: 'Company',
      width: 210,
      sortable: true,
      cell: ({ company: { id, name } }) => (
        <AnchorLink {...paths.customer(id)} fz="sm" fw={550} title={name}>
          {name}
        </AnchorLink>
      ),
      total: formatCount(total?.contracts ?? 0, 'contract', 'contracts'),
    },
    {
      id: 'status',
      header: 'Health',
      width: 150,
      sortable: true,
      cell: ({ status }) => <StatusLabel name={status} status={statusNamed(status)} />,
    },
    {
      id: 'contract',
      header: 'Contract',
      width: 230,
      sortable: true,
      cell: ({ company, contract: { id, name } }) => (
        <AnchorLink {...paths.customerContracts(company.id, { contract: [id] })} fz="sm" title={name}>
          {name}
        </AnchorLink>
      ),
    },
    {
      id: 'vendor',
      header: 'Vendor',
      width: 140,
      sortable: true,
      cell: ({ vendor }) => vendorName(vendor),
    },
    { id: 'end', header: 'Ends', width: 120, sortable: true, cell: ({ end }) => formatDay(end) },
    { id: 'days', header: 'When', width: 100, cell: ({ days }) => daysAhead(days) },
    {
      id: 'mrr',
      header: 'MRR at stake',
      width: 130,
      numeric: true,
      sortable: true,
      cell: ({ mrr }) => money.full(mrr),
      total: money.full(total?.mrr ?? 0),
    },
  ];
}
