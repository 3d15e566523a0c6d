import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Opening } from '../../domain/dashboard/rows.ts';
import { useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { SavedViewsMenu } from '../saved-views/SavedViewsMenu.tsx';
import { formatDay } from '../ui/days.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { DashboardSkeleton } from './DashboardSkeleton.tsx';
import { Elements } from './Elements.tsx';
import { FilterButton } from './FilterButton.tsx';
import { FilterRibbon } from './FilterRibbon.tsx';
import { NoCompanies } from './NoCompanies.tsx';
import { NoMatch } from './NoMatch.tsx';
import { dashboardQuery } from './queries.ts';
import { RowsDrawer } from './RowsDrawer.tsx';
import { useView } from './use-view.ts';
import { savedPart, viewSearch } from './view.ts';

export function DashboardPage() {
  return useMe().companies === 0 ? <NoCompanies page="Dashboard" /> : <Dashboard />;
}

function Dashboard() {
  const { workspace, recentCompanies } = useMe();
  const navigate = useNavigate();
  const { view, change, choices, checked } = useView();
  const figures = useQuery({ ...dashboardQuery(view, recentCompanies[0]?.id), enabled: checked });
  const dashboard = figures.data;
  const { value, rank, weighted, sizeByEmployees } = view;
  const options = useMemo(
    () => ({ value, rank, weighted, sizeByEmployees }),
    [value, rank, weighted, sizeByEmployees],
  );
  const open = useCallback((opening: Opening) => change({ opening }), [change]);
  const error = figures.error ?? choices.error;
  const retry = () => {
    void figures.refetch();
    void choices.refetch();
  };
  const count = dashboard ? ` · ${formatCount(dashboard.companies, 'company', 'companies')}` : '';
  return (
    <>
      <PageHeader title="Dashboard" note={`As of ${formatDay(dashboard?.asOf ?? workspace.asOf)}${count}`}>
        <Group gap="xs" wrap="nowrap">
          <SavedViewsMenu
            search={searchText(viewSearch(savedPart(view)))}
            onChoose={(search) => void navigate(paths.dashboard(parseSearch(search)))}
          />
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
        <FilterRibbon view={view} choices={choices.data} onChange={change} />
      ) : null}
      {dashboard && !error ? (
        <Elements dashboard={dashboard} options={options} onChange={change} onOpen={open} />
      ) : null}
      {dashboard?.companies === 0 ? <NoMatch view={view} onChange={change} /> : null}
      {error ? <LoadFailed error={error} onRetry={retry} /> : null}
      {dashboard || error ? null : <DashboardSkeleton ribbon={view.ribbon && !choices.data} />}
      {dashboard && view.opening ? (
        <RowsDrawer
          dashboard={dashboard}
          view={view}
          opening={view.opening}
          onClose={() => change({ opening: null })}
        />
      ) : null}
    </>
  );
}
