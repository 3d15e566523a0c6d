import { useInfiniteQuery } from '@tanstack/react-query';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import { ActivityLog } from './ActivityLog.tsx';
import { activityQuery } from './queries.ts';

/** Who changed what in the workspace and its companies, for administrators. */
export function ActivityPage() {
  const activity = useInfiniteQuery(activityQuery);
  return (
    <>
      <PageHeader title="Activity" note="Who changed what in the whole workspace, newest first" />
      <div className={panel.panel} style={{ padding: 16 }}>
        <ActivityLog activity={activity} headings={2} withCompany />
      </div>
    </>
  );
}
