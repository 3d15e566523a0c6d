import { Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { NoCompanyYet } from '../companies/NoCompanyYet.tsx';
import { FilterButton } from '../dashboard/FilterButton.tsx';
import { FilterRibbon } from '../dashboard/FilterRibbon.tsx';
import { useMe } from '../me/queries.ts';
import { DownloadCsv } from '../ui/DownloadCsv.tsx';
import { formatDay } from '../ui/days.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { HorizonChoice } from './HorizonChoice.tsx';
import { NoRenewals } from './NoRenewals.tsx';
import { renewalsCsvUrl, renewalsQuery } from './queries.ts';
import { RenewalTable } from './RenewalTable.tsx';
import { RENEWAL_FILTERS } from './renewals-view.ts';
import { useRenewalsView } from './use-renewals-view.ts';

/** The contracts of the current customers that end soon, and the MRR that ends with them. */
export function RenewalsPage() {
  if (useMe().companies > 0) return <PortfolioRenewals />;
  return (
    <>
      <PageHeader title="Renewals" />
      <NoCompanyYet shows="which contracts end soon, and the MRR at stake" />
    </>
  );
}

function PortfolioRenewals() {
  const { workspace } = useMe();
  const { view, change, choices, checked } = useRenewalsView();
  const renewals = useQuery({ ...renewalsQuery(view), enabled: checked });
  const { data } = renewals;
  const error = data ? null : (renewals.error ?? choices.error);
  const retry = () => {
    void renewals.refetch();
    void choices.refetch();
  };
  return (
    <>
      <PageHeader
        title="Renewals"
        note={`As of ${formatDay(data?.asOf ?? workspace.asOf)} · contracts of customers in onboarding or active`}
      >
        <Group gap="xs" wrap="nowrap">
          <DownloadCsv href={renewalsCsvUrl(view)} />
          {choices.data ? (
            <FilterButton
              view={view}
              choices={choices.data}
              onToggle={() => change({ ribbon: !view.ribbon })}
            />
          ) : null}
        </Group>
      </PageHeader>
      {view.ribbon && choices.data ? (
        <FilterRibbon view={view} filters={RENEWAL_FILTERS} choices={choices.data} onChange={change} />
      ) : null}
      {error ? <LoadFailed error={error} onRetry={retry} /> : null}
      {data || error ? null : <Skeleton h={400} />}
      {data ? (
        <>
          <HorizonChoice
            totals={data.totals}
            within={view.within}
            onChange={(within) => change({ within })}
          />
          {data.items.length > 0 ? (
            <RenewalTable renewals={data} view={view} onSort={(sort) => change({ sort })} />
          ) : (
            <NoRenewals view={view} onChange={change} />
          )}
        </>
      ) : null}
    </>
  );
}
