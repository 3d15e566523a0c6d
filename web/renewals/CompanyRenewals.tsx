import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Renewals } from '../../contract/renewals.ts';
import { ExplanationTable } from '../companies/ExplanationTable.tsx';
import { vendorName } from '../contracts/vendor-name.ts';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import { HorizonChoice } from './HorizonChoice.tsx';
import { daysAhead, type Horizon, LONGEST } from './horizon.ts';
import { companyRenewalsQuery } from './queries.ts';

/** Which of a company's contracts end soon, and the MRR that ends with them. */
export function CompanyRenewals({ company }: { readonly company: string }) {
  const [within, setWithin] = useState<Horizon>(LONGEST);
  const renewals = useQuery(companyRenewalsQuery(company, within));
  const { data, error } = renewals;
  return (
    <Panel title="Renewals">
      {error && !data ? <LoadFailed error={error} onRetry={() => void renewals.refetch()} /> : null}
      {renewals.isPending ? <Skeleton h={90} /> : null}
      {data ? (
        <>
          <HorizonChoice totals={data.totals} within={within} onChange={setWithin} />
          <RenewalList renewals={data} within={within} />
        </>
      ) : null}
    </Panel>
  );
}

function RenewalList({ renewals, within }: { readonly renewals: Renewals; readonly within: Horizon }) {
  const money = useMoney();
  const total = renewals.totals.find(({ within: days }) => String(days) === within);
  return (
    <ExplanationTable
      label={`Contracts that end within ${within} days`}
      rows={renewals.items}
      rowKey={({ contract }) => contract.id}
      counts={() => true}
      empty={`No contract in force ends within ${within} days.`}
      columns={[
        {
          header: 'Contract',
          cell: ({ company, contract }) => (
            <AnchorLink {...paths.customerContracts(company.id, { contract: [contract.id] })} fz="sm">
              {contract.name}
            </AnchorLink>
          ),
          total: 'MRR at stake',
        },
        { header: 'Vendor', cell: ({ vendor }) => vendorName(vendor) },
        { header: 'Ends', cell: ({ end }) => formatDay(end) },
        { header: 'When', cell: ({ days }) => daysAhead(days) },
        {
          header: 'MRR',
          numeric: true,
          cell: ({ mrr }) => money.full(mrr),
          total: money.full(total?.mrr ?? 0),
        },
      ]}
    />
  );
}
