import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { paths } from '../paths.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import { ActivityFilters } from './ActivityFilters.tsx';
import { ActivityLog } from './ActivityLog.tsx';
import { type ActivityFilter, readFilter, writeFilter } from './activity-filter.ts';
import { activityQuery } from './queries.ts';

/** Who changed what in the workspace and its companies, for administrators; what is shown stands in the address. */
export function ActivityPage() {
  const search = useSearch({ from: '/app/settings/activity' });
  const navigate = useNavigate();
  const filter = useMemo(() => readFilter(search), [search]);
  const activity = useInfiniteQuery(activityQuery(filter));
  const narrow = (next: ActivityFilter) =>
    void navigate({ ...paths.activity(writeFilter(next)), replace: true });
  return (
    <>
      <PageHeader title="Activity" note="Who changed what in the whole workspace, newest first" />
      <div className={panel.panel} style={{ padding: 16 }}>
        <ActivityFilters filter={filter} onChange={narrow} />
        <ActivityLog activity={activity} headings={2} withCompany narrowed={Object.keys(filter).length > 0} />
      </div>
    </>
  );
}
